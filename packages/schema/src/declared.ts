import type { Dataset, Frozen } from './dataset.ts';
import type { Scope } from './dataset-meta.ts';
import type { Program } from './program.ts';
import { everyRecord } from './every-record.ts';
import { Venue } from './program-vocabularies.ts';
import { withSender } from './sender-words.ts';

/** What a dataset declares of its world, beside what it says of itself. */
export type World = Pick<Dataset['meta'], 'senders' | 'recipients' | 'scopes' | 'default_scope'>;

/** A dataset, or the parts of it that its world stands in. */
export interface WithWorld {
  readonly meta: World;
  readonly countries?: Dataset['countries'];
}

/** Names of the vocabularies whose values a dataset declares. */
export type DeclaredName = 'recipient_country' | 'scope';

/**
 * The values of the vocabularies that a dataset declares: its recipients, and its scopes with that of every record.
 *
 * @example
 * declaredValues({ senders: ['US'], recipients: ['BR', 'VN'], scopes: {}, default_scope: 'all' }).scope // => ['all']
 */
export function declaredValues({ recipients, scopes }: World): Readonly<Record<DeclaredName, readonly string[]>> {
  return { recipient_country: recipients, scope: [...Object.keys(scopes), everyRecord] };
}

/** The values of a vocabulary that a dataset declares; undefined of any other vocabulary. */
export function declaredOf(world: World, vocabulary: string | null | undefined): readonly string[] | undefined {
  return vocabulary === 'recipient_country' || vocabulary === 'scope' ? declaredValues(world)[vocabulary] : undefined;
}

const anything: Scope = { from: null, to: null, venues: [], recommended_only: false };

/**
 * The selection that a scope names; undefined where the dataset declares no such scope.
 *
 * @example
 * scopeOf({ senders: ['US'], recipients: ['BR'], scopes: {}, default_scope: 'all' }, 'all')?.venues // => []
 */
export function scopeOf({ scopes }: Pick<World, 'scopes'>, name: string): Frozen<Scope> | undefined {
  if (name === everyRecord) return anything;
  return Object.hasOwn(scopes, name) ? scopes[name] : undefined;
}

/** The first condition of a scope that leaves a program out; null where the scope lets it through. */
export function leftOutBy(
  { from, to, venues, recommended_only }: Frozen<Scope>,
  { year, venue, recommended_for_aggregates: recommended }: Frozen<Program>,
): 'venue' | 'recommendation' | 'years' | null {
  if (venues.length > 0 && !venues.includes(venue)) return 'venue';
  if (recommended_only && !recommended) return 'recommendation';
  return year < (from ?? year) || year > (to ?? year) ? 'years' : null;
}

const most = 12;

/** What a long list is called instead of its values. */
export const declaredByIt = 'that the dataset declares';

/**
 * Which values are allowed, in words that stay short.
 *
 * @example
 * allowedWords(['BR', 'VN']) // => 'one of BR, VN'
 */
export function allowedWords(values: readonly string[]): string {
  if (values.length <= most) return `one of ${values.join(', ')}`;
  return `one of the ${values.length} ${declaredByIt}, such as ${values.slice(0, 5).join(', ')}`;
}

/** What a scope chooses, in words: where, whether only what is recommended, and when. */
export interface ScopeWords {
  /** Such as `in the United States or hybrid`; empty for anywhere. */
  readonly where: string;
  readonly recommended: boolean;
  /** Such as `2007-2020`; empty for all years. */
  readonly years: string;
}

/**
 * The parts of a scope in words.
 *
 * @example
 * const world = { senders: ['US'], recipients: ['BR'], scopes: {}, default_scope: 'all' }
 * scopeWords(world, 'all') // => { where: '', recommended: false, years: '' }
 */
export function scopeWords(world: World, name: string): ScopeWords {
  const { venues, recommended_only: recommended, from, to } = scopeOf(world, name) ?? anything;
  const labels = venues.map((venue) => withSender(Venue.terms[venue].label, world.senders));
  const where = labels.map((label) => label.replace(/^./, (letter) => letter.toLowerCase())).join(' or ');
  const years =
    from !== null && to !== null ? `${from}-${to}` : from !== null ? `from ${from}` : to !== null ? `to ${to}` : '';
  return { where, recommended, years };
}

/**
 * A scope in one phrase.
 *
 * @example
 * const world = { senders: ['US'], recipients: ['BR'], scopes: {}, default_scope: 'all' }
 * scopeInWords(world, 'all') // => 'every record'
 */
export function scopeInWords(world: World, name: string): string {
  const { where, recommended, years } = scopeWords(world, name);
  if (where === '' && !recommended && years === '') return 'every record';
  return [where, recommended ? 'recommended for aggregates' : '', years === '' ? 'all years' : years]
    .filter((part) => part !== '')
    .join(', ');
}
