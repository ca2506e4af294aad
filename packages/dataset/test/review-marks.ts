import { openReviewDesk, type Mark, type ReviewDesk, type ReviewSession } from '../src/reviews/review-desk.ts';

export const session: ReviewSession = {
  reviewer: 'R01',
  reviewed: '2026-12-01',
  table: 'programs',
  order: 'unchecked',
};
export const right = (field: string): Mark => ({
  ...{ record: 'GX-0001', field, verdict: 'right' },
  right_value: null,
  reason: null,
});
export const wrong = (field: string, value: unknown): Mark => ({
  ...right(field),
  verdict: 'wrong',
  right_value: JSON.stringify(value),
  reason: 'S-0001 says so.',
});

/** The desk of one person. */
export const by = (folder: string, reviewer: string): ReviewDesk => openReviewDesk(folder, { ...session, reviewer });
