'use client';

/** Two people wrote the same day. Neither is overwritten without somebody seeing both. */
import {
  factsOf,
  PRODUCTION_VALUE_NAMES,
  productOf,
  type ProductionEntry,
  type ProductionRecord,
  type ProductionValueName,
} from '@wellpulse/contracts';
import { isNumber } from '@wellpulse/forms';
import { Button } from '../../components/buttons/Button.tsx';
import { cx } from '../../lib/cx.ts';
import { Dialog } from '../../components/overlays/Dialog.tsx';
import { ProductMark } from '../../components/display/ProductMark.tsx';
import { VolumeCell } from '../../components/display/VolumeCell.tsx';
import { useWords } from '../../lib/words-context.tsx';
import { NO_VALUE } from '@wellpulse/words';

type Values = Pick<ProductionEntry, ProductionValueName>;

export interface CompareDialogProps {
  readonly wellName: string;
  readonly mine: Values;
  /** As it is on the server now. */
  readonly theirs: ProductionRecord;
  readonly timeZone: string;
  readonly nameOf: (userId: string) => string;
  readonly onKeepTheirs: () => void;
  readonly onSaveMine: () => void;
  readonly onDecideLater: () => void;
}

export function CompareDialog(props: CompareDialogProps) {
  const words = useWords();
  const { productionTexts } = words;
  const { wellName, mine, theirs } = props;
  const who = props.nameOf(theirs.updatedBy);
  return (
    <Dialog
      open
      onOpenChange={props.onDecideLater}
      title={productionTexts.savedMeanwhile}
      description={productionTexts.savedBy(
        `${wellName}, ${words.formatDayFull(theirs.productionDate)}`,
        who,
        words.formatInstant(theirs.updatedAt, props.timeZone),
      )}
      footer={
        <>
          <Button onClick={props.onKeepTheirs}>{productionTexts.keepTheirs}</Button>
          <Button variant="primary" onClick={props.onSaveMine}>
            {productionTexts.saveMine}
          </Button>
        </>
      }
    >
      <table className="w-full text-sm">
        <thead>
          <tr className="border-b border-line text-left text-xs text-ink-muted">
            <th scope="col" className="py-2 font-medium">
              <span className="sr-only">{productionTexts.value}</span>
            </th>
            <th scope="col" className="py-2 pl-3 text-right font-medium">
              {words.nameAtStart(who)}
            </th>
            <th scope="col" className="py-2 pl-3 text-right font-medium">
              {productionTexts.you}
            </th>
          </tr>
        </thead>
        <tbody>
          {PRODUCTION_VALUE_NAMES.map((field) => {
            const differs = isNumber(field) && mine[field] !== theirs[field];
            return (
              <tr key={field} className="border-b border-line last:border-b-0">
                <th scope="row" className="py-2 text-left align-top font-normal">
                  <FieldMark field={field} />
                </th>
                <td className="py-2 pl-3 text-right align-top">
                  <Value field={field} value={theirs[field]} />
                </td>
                <td
                  className={cx('py-2 pl-3 text-right align-top', differs && 'font-semibold text-attention')}
                >
                  <Value field={field} value={mine[field]} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="mt-3 text-xs text-ink-subtle">{productionTexts.bothStay}</p>
    </Dialog>
  );
}

function FieldMark({ field }: { field: ProductionValueName }) {
  const words = useWords();
  const product = productOf(field);
  return product === undefined ? words.fieldLabel('production', field) : <ProductMark product={product} />;
}

function Value({ field, value }: { field: ProductionValueName; value: string | number | null }) {
  if (!isNumber(field)) return value ?? NO_VALUE;
  const number = typeof value === 'number' ? value : null;
  return <VolumeCell value={number} unit={factsOf('production', field)?.unit} />;
}
