/**
 * The ways of writing a date that can only be read in one way. A shape has `y` for four digits of a year, `n` for one or
 * two digits and `m` for a month by name. Beside it stands what these are, in order: year, month and day; in capitals
 * those of the last day. What one of two dates leaves out is that of the other.
 */
type Shapes = Readonly<Record<string, string>>;

const single: Shapes = {
  'y-n-n': 'ymd',
  'y.n.n': 'ymd',
  'y/n/n': 'ymd',
  'y n n': 'ymd',
  y年n月n: 'ymd',
  'n.n.y': 'dmy',
  'n m y': 'dmy',
  'n-m-y': 'dmy',
  'm n y': 'mdy',
  'y m n': 'ymd',
  'y-m-n': 'ymd',
  y: 'y',
  y年: 'y',
  'y-n': 'ym',
  'y.n': 'ym',
  'y/n': 'ym',
  y年n月: 'ym',
  'n.y': 'my',
  'n/y': 'my',
  'n-y': 'my',
  'm y': 'my',
  'm-y': 'my',
  'y m': 'ym',
  'y-m': 'ym',
};
const withoutYear: Shapes = {
  'n m': 'dm',
  'n-m': 'dm',
  m: 'm',
  n月: 'm',
  n月n: 'md',
};
const shared: Shapes = {
  // In English, Russian, German and French.
  'n-n m y': 'dDmy',
  'n m-n m y': 'dmDMY',
  'm n-n y': 'mdDy',
  'm n-m n y': 'mdMDY',
  'm-m y': 'mMY',
  'y m-m': 'ymM',
  'n-n.n.y': 'dDmy',
  'n.n-n.n.y': 'dmDMY',
  'n-n m': 'dDm',
  'n m-n m': 'dmDM',
  'm-m': 'mM',
  // The largest part first.
  'y.n.n-n': 'ymdD',
  'y.n.n-n.n': 'ymdMD',
  'y/n/n-n/n': 'ymdMD',
  'y-n-n/n-n': 'ymdMD',
  'y-n-n/n': 'ymdD',
  'y-n-n/y-n-n': 'ymdYMD',
  'y-n/y-n': 'ymYM',
  'y-y年': 'yY',
  'y年n-n月': 'ymM',
  'y年n月-n月': 'ymM',
  'y年n月n-n': 'ymdD',
  'y年n月n日-n': 'ymdD',
  'y年n月n-n月n': 'ymdMD',
  'y年n月n日-n月n': 'ymdMD',
  'y年n月n日-y年n月n': 'ymdYMD',
  'n-n月': 'mM',
  'n月-n月': 'mM',
  'n月n-n': 'mdD',
  'n月n日-n': 'mdD',
  'n月n日-n月n': 'mdMD',
};
const twoOfAKind = Object.fromEntries(
  Object.entries(single).map(([shape, roles]) => [`${shape}-${shape}`, roles + roles.toUpperCase()]),
);

/** What the numbers of a shape are. */
export const dateShapes: ReadonlyMap<string, string> = new Map(
  Object.entries({ ...twoOfAKind, ...single, ...withoutYear, ...shared }),
);
