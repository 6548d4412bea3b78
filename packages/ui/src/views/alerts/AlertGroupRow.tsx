'use client';

import type { AlertGroup } from '@wellpulse/domain';
import { Button } from '../../components/buttons/Button.tsx';
import { ProductMark } from '../../components/display/ProductMark.tsx';
import { cx } from '../../lib/cx.ts';
import { useWords } from '../../lib/words-context.tsx';
import type { LinkTo, Moment } from '../host.ts';
import { AlertChange } from './AlertChange.tsx';

export interface AlertGroupRowProps {
  readonly group: AlertGroup;
  readonly moment: Pick<Moment, 'today'>;
  /** Left out on the page of the well itself. */
  readonly linkTo?: LinkTo;
  /** With the open alerts of the group; left out for who may not. */
  readonly onAcknowledge?: ((group: AlertGroup) => void) | undefined;
}

/**
 * What happened to a well on a day, as a row of a list.
 *
 * @example
 * <ul>{groups.map((group) => <AlertGroupRow key={group.id} group={group} moment={moment} linkTo={linkTo} />)}</ul>
 */
export function AlertGroupRow({ group, moment, linkTo: LinkToPlace, onAcknowledge }: AlertGroupRowProps) {
  const words = useWords();
  const { alertTexts } = words;
  const { wellId, wellName, productionDate, alerts } = group;
  const open = alerts.filter(({ status }) => status === 'OPEN');
  const comment = alerts.find((alert) => alert.comment !== null)?.comment;
  const mayAcknowledge = open.length > 0 && onAcknowledge !== undefined;
  const isOfWell = LinkToPlace === undefined;
  const named = isOfWell ? '' : `${wellName}, `;
  return (
    <li className="flex items-center gap-3 px-4 py-2.5 text-sm field:gap-5 field:px-5 field:py-0 field:text-lg">
      <div className="min-w-0 flex-1">
        <div className="flex items-center gap-2 field:gap-3">
          {isOfWell ? null : (
            <LinkToPlace
              place={{ kind: 'WELL', wellId }}
              className="truncate font-medium hover:underline field:flex field:min-h-15 field:items-center field:whitespace-normal field:underline field:underline-offset-4"
            >
              {wellName}
            </LinkToPlace>
          )}
          <span className={isOfWell ? 'font-medium' : 'shrink-0 text-xs text-ink-subtle field:text-base'}>
            {words.formatDayRelative(productionDate, moment.today)}
          </span>
          {!mayAcknowledge && (
            <span className="ml-auto shrink-0 text-xs text-ink-subtle field:text-base">
              {words.alertStatusNames[open[0]?.status ?? alerts[0]?.status ?? 'CLEARED']}
            </span>
          )}
        </div>
        <ul className="mt-0.5 flex flex-wrap gap-x-5 gap-y-0.5 field:mt-0 field:gap-x-8 field:pb-4">
          {alerts.map((alert) => (
            <li
              key={alert.id}
              className={cx(
                'flex items-center gap-2',
                alert.status === 'CLEARED' && 'line-through decoration-line-strong',
              )}
            >
              <ProductMark product={alert.product} hideName />
              <AlertChange alert={alert} />
            </li>
          ))}
        </ul>
        {comment !== undefined && <p className="mt-1 text-xs text-ink-muted">{comment}</p>}
      </div>
      {mayAcknowledge && (
        <Button
          size="sm"
          aria-label={alertTexts.acknowledgeNamed(`${named}${words.formatDay(productionDate)}`)}
          onClick={() => {
            onAcknowledge({ ...group, alerts: open });
          }}
        >
          {alertTexts.acknowledge}
        </Button>
      )}
    </li>
  );
}
