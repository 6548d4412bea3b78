'use client';

/** Two people wrote the same day. Neither is overwritten without somebody seeing both. */
import { VOLUME_FIELDS, PRODUCTS, type ProductionEntry, type ProductionRecord } from '@wellpulse/contracts';
import {
  Button,
  cx,
  Dialog,
  formatDayFull,
  formatInstant,
  NO_VALUE,
  ProductMark,
  VolumeCell,
} from '@wellpulse/ui';
import { FormProblem } from '../../components/FormProblem.tsx';
import { problemSentence } from '../../lib/problem-words.ts';
import { useSession } from '../session/SessionProvider.tsx';
import { useColleagueNames } from '../wells/well-queries.ts';

type Values = Pick<ProductionEntry, 'oilVolume' | 'gasVolume' | 'waterVolume' | 'notes'>;

export interface ConflictDialogProps {
  readonly wellName: string;
  readonly mine: Values;
  /** As it is on the server now. */
  readonly theirs: ProductionRecord;
  readonly saving: boolean;
  /** Why the last attempt to save over it failed, unless there was none. */
  readonly error: unknown;
  readonly onKeepTheirs: () => void;
  readonly onSaveMine: () => void;
  readonly onDecideLater: () => void;
}

export function ConflictDialog(props: ConflictDialogProps) {
  const { wellName, mine, theirs, saving, error } = props;
  const { tenant } = useSession();
  const nameOf = useColleagueNames();
  const who = nameOf(theirs.updatedBy);
  return (
    <Dialog
      open
      onOpenChange={props.onDecideLater}
      title="Somebody else has saved this day"
      description={`${wellName}, ${formatDayFull(theirs.productionDate)}: ${who} saved it at ${formatInstant(theirs.updatedAt, tenant.timeZone)}.`}
      footer={
        <>
          <Button onClick={props.onKeepTheirs} disabled={saving}>
            Keep theirs
          </Button>
          <Button variant="primary" loading={saving} onClick={props.onSaveMine}>
            Save mine instead
          </Button>
        </>
      }
    >
      <table className="w-full text-sm">
        <thead>
          <tr className="border-b border-line text-left text-xs text-ink-muted">
            <th scope="col" className="py-2 font-medium">
              <span className="sr-only">Value</span>
            </th>
            <th scope="col" className="py-2 pl-3 text-right font-medium">
              {who}
            </th>
            <th scope="col" className="py-2 pl-3 text-right font-medium">
              You
            </th>
          </tr>
        </thead>
        <tbody>
          {PRODUCTS.map((product) => {
            const field = VOLUME_FIELDS[product];
            const differs = mine[field] !== theirs[field];
            return (
              <tr key={product} className="border-b border-line">
                <th scope="row" className="py-2 text-left font-normal">
                  <ProductMark product={product} />
                </th>
                <td className="py-2 pl-3 text-right">
                  <VolumeCell value={theirs[field]} product={product} />
                </td>
                <td className={cx('py-2 pl-3 text-right', differs && 'font-semibold text-attention')}>
                  <VolumeCell value={mine[field]} product={product} />
                </td>
              </tr>
            );
          })}
          <tr>
            <th scope="row" className="py-2 text-left align-top font-normal">
              Notes
            </th>
            <td className="py-2 pl-3 text-right align-top">{theirs.notes ?? NO_VALUE}</td>
            <td className="py-2 pl-3 text-right align-top">{mine.notes ?? NO_VALUE}</td>
          </tr>
        </tbody>
      </table>
      <p className="mt-3 text-xs text-ink-subtle">
        Both stay in the history of the record, whatever you choose.
      </p>
      {error !== null && error !== undefined && (
        <div className="mt-3">
          <FormProblem>{problemSentence(error)}</FormProblem>
        </div>
      )}
    </Dialog>
  );
}
