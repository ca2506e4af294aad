// Checked by the compiler (script "typecheck"); nothing here runs.
import { expectTypeOf } from 'vitest';
import {
  type Currency,
  Venue,
  type Dataset,
  type ParsedDataset,
  type Program,
  type RecordOf,
  type Source,
  type TableName,
  type ValueOf,
} from '../src/index.ts';

expectTypeOf<Program['security_related']>().toEqualTypeOf<boolean | null>();
expectTypeOf<Program['technology_component']>().toEqualTypeOf<boolean | null>();
expectTypeOf<Program['equipment_transfer']>().toEqualTypeOf<boolean | null>();
expectTypeOf<Program['recommended_for_aggregates']>().toEqualTypeOf<boolean>();
expectTypeOf<Program['start']>().toEqualTypeOf<string>();
expectTypeOf<Program['end']>().toEqualTypeOf<string | null>();
expectTypeOf<Program['year']>().toEqualTypeOf<number>();
expectTypeOf<Program['duration_days']>().toEqualTypeOf<number | null>();
expectTypeOf<Program['venue']>().toEqualTypeOf<
  'in_sender' | 'in_recipient' | 'third_state' | 'hybrid' | 'online' | 'unknown'
>();
expectTypeOf<Program['domain']>().toEqualTypeOf<'security' | 'justice' | 'civil'>();
expectTypeOf<Program['countries']>().toEqualTypeOf<string[]>();
expectTypeOf<Program['other_countries']>().toEqualTypeOf<string[]>();
expectTypeOf<Program['recipient_agencies']>().toEqualTypeOf<{ name: string; country: string | null }[]>();
expectTypeOf<Program['participants']['value']>().toEqualTypeOf<number | null>();
expectTypeOf<keyof Program['field_sources']>().toEqualTypeOf<
  'dates' | 'host' | 'countries' | 'participants' | 'content'
>();

expectTypeOf<Source['url']>().toEqualTypeOf<string | null>();
expectTypeOf<Source['is_copy']>().toEqualTypeOf<boolean>();
expectTypeOf<Source['access']>().toEqualTypeOf<'stored copy' | 'live page' | 'dataset row' | 'print'>();

expectTypeOf<Dataset['transfers'][number]['currency']>().toEqualTypeOf<ValueOf<typeof Currency> | null>();
expectTypeOf<Dataset['codings'][number]['value']>().toEqualTypeOf<string | null>();
expectTypeOf<Dataset['adoptions'][number]['supplier_countries']>().toEqualTypeOf<readonly string[]>();
expectTypeOf<Dataset['us_training_totals'][number]['trainees']>().toEqualTypeOf<number | null>();
expectTypeOf<RecordOf<'programs'>>().toEqualTypeOf<Program>();
expectTypeOf<TableName>().toEqualTypeOf<Exclude<keyof Dataset, 'meta' | 'sha256'>>();

expectTypeOf<ValueOf<typeof Venue>>().toEqualTypeOf<Program['venue']>();
expectTypeOf(Venue.values).toEqualTypeOf<readonly Program['venue'][]>();

expectTypeOf<Dataset['sha256']>().toEqualTypeOf<string>();
expectTypeOf<Dataset['programs'][number]['topics']>().toEqualTypeOf<readonly string[]>();
expectTypeOf<Extract<ParsedDataset, { ok: false }>>().not.toHaveProperty('tables');

expectTypeOf<Dataset['programs']>().not.toHaveProperty('push');

declare const dataset: Dataset;
declare const frozen: Dataset['programs'][number];
// @ts-expect-error -- a record is frozen at every depth
frozen.participants.value = 1;
// @ts-expect-error -- and so is what a dataset says about itself
dataset.meta.version = '2.0.0';
