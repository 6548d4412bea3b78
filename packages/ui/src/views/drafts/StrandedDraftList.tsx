'use client';

import { strandedSentences, type StrandedDraft } from '@wellpulse/forms';
import { TriangleAlert } from 'lucide-react';
import { DiscardButton } from '../../components/buttons/DiscardButton.tsx';
import { cx } from '../../lib/cx.ts';
import { useWords } from '../../lib/words-context.tsx';

export interface StrandedDraftListProps {
  readonly drafts: readonly StrandedDraft[];
  /** `field`: for gloves. */
  readonly size?: 'sm' | 'field';
  readonly onDiscard: (draft: StrandedDraft) => void;
}

/**
 * What was typed of wells and items that somebody else has deleted meanwhile: to be read once more, and discarded. Nothing is drawn of
 * nothing.
 *
 * @example
 * <StrandedDraftList drafts={stranded.list} onDiscard={(draft) => stranded.discard(draft)} />
 */
export function StrandedDraftList({ drafts, size = 'sm', onDiscard }: StrandedDraftListProps) {
  const words = useWords();
  const { draftTexts } = words;
  if (drafts.length === 0) return null;
  const title = draftTexts.stranded(drafts.length);
  return (
    <section
      aria-label={title}
      className={cx('rounded-lg bg-attention-soft px-4 py-2.5', size === 'field' ? 'text-lg' : 'text-sm')}
    >
      <p className="flex items-center gap-2 font-medium text-attention">
        <TriangleAlert aria-hidden className="size-4 shrink-0" />
        {title}
      </p>
      <ul className="divide-y divide-line">
        {drafts.map((draft) => {
          const said = strandedSentences(words, draft);
          return (
            <li
              key={keyOf(draft)}
              className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2"
            >
              <div className="min-w-0 flex-1 basis-60">
                <p>
                  <span className="font-medium">{said.title}.</span> {said.why}
                </p>
                {said.typed !== '' && <p className="wrap-break-word text-ink-muted">{said.typed}</p>}
              </div>
              <DiscardButton
                size={size}
                label={draftTexts.discardNamed(said.title)}
                onDiscard={() => {
                  onDiscard(draft);
                }}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const keyOf = (draft: StrandedDraft): string =>
  draft.kind === 'READING' ? `${draft.place.wellId} ${draft.place.date}` : `${draft.kind} ${draft.name}`;
