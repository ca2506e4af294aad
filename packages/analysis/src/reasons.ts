/** Why a number is not given. */
export const reasons = {
  'no-records': 'no record is in scope',
  'empty-table': 'the dataset has no record of this kind',
  'no-known-values': 'every value in scope is unknown',
  'no-years': 'the range of years is empty',
  'too-few-years': 'fewer years than the method needs',
  'too-few-years-with-records': 'fewer years with records before or after than the method needs',
  'no-variation': 'the counts do not differ between years',
  'too-few-periods': 'fewer periods than the method needs',
  'too-few-records': 'fewer records than the method needs',
  'empty-period': 'one of the two periods has no known value',
  'one-value-only': 'the rows or the columns have fewer than two values that occur',
  'same-dimension': 'rows and columns are the same dimension',
  'dependent-pairs': 'a program can have several values, so its pairs are not independent observations',
  'compilers-not-independent': 'the compilers of the records are not declared to be independent of each other',
  'too-few-coders': 'no record has values of two coders',
  'no-other-value': 'all coders gave one and the same value, so chance agreement is not defined',
  'too-few-found-twice': 'too few programs were found by two or more compilers',
  'one-sided-counts': 'all records lie in the first or in the last year, so the rate ratio has no finite estimate',
} as const;

/** A reason for which a number is not computable. */
export type Reason = keyof typeof reasons;
