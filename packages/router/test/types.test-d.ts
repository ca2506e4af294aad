// Checked by the compiler (script "typecheck"); nothing here runs.
import type { RecordOf } from '@govexport/schema';
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server';
import { describe, expectTypeOf, it } from 'vitest';
import type { AppRouter } from '../src/index.ts';
import { createCaller } from '../src/index.ts';

type Inputs = inferRouterInputs<AppRouter>;
type Outputs = inferRouterOutputs<AppRouter>;
/** What a caller gives where it gives anything. */
type Given<Input> = Extract<Input, object>;

describe('the types of the router', () => {
  it('keeps inputs precise', () => {
    expectTypeOf<Given<Inputs['statistics']['share']>['attribute']>().toEqualTypeOf<
      'security_related' | 'technology_component' | 'equipment_transfer' | undefined
    >();
    expectTypeOf<Given<Inputs['statistics']['trend']>['countries']>().toEqualTypeOf<string[] | undefined>();
    expectTypeOf<Inputs['programs']['get']>().toEqualTypeOf<{ id: string }>();
  });

  it('keeps answers precise', () => {
    expectTypeOf<Outputs['statistics']['trend']>().not.toBeAny();
    expectTypeOf<Outputs['statistics']['trend']['statistic']>().toEqualTypeOf<'trend'>();
    expectTypeOf<Outputs['statistics']['trend']['result']['n']>().toEqualTypeOf<number>();
    expectTypeOf<Outputs['statistics']['trend']['result']['sen_slope']>().toEqualTypeOf<number | null>();
    expectTypeOf<Outputs['statistics']['share']['result']['clopper_pearson']>().not.toBeAny();
    expectTypeOf<Outputs['programs']['get']['program']['security_related']>().toEqualTypeOf<boolean | null>();
    expectTypeOf<Outputs['meta']['meta']['version']>().toEqualTypeOf<string>();
  });

  it('gives each table its own types', () => {
    expectTypeOf<Outputs['transfers']['list']['items'][number]['kind']>().toEqualTypeOf<
      RecordOf<'transfers'>['kind']
    >();
    expectTypeOf<Outputs['indicators']['list']['items']>().toEqualTypeOf<RecordOf<'indicators'>[]>();
    expectTypeOf<Outputs['codings']['get']['record']>().toEqualTypeOf<RecordOf<'codings'>>();
    expectTypeOf<Outputs['sources']['list']['items']>().toEqualTypeOf<RecordOf<'sources'>[]>();
    expectTypeOf<Outputs['programs']['select']['items'][number]['title']>().toEqualTypeOf<string | undefined>();
    expectTypeOf<Outputs['programs']['list']['total']>().toEqualTypeOf<number | null>();
    expectTypeOf<Outputs['programs']['list']['input']['countries']>().toEqualTypeOf<string[]>();
    expectTypeOf<Outputs['programs']['facets']['facets'][number]['unknown']>().toEqualTypeOf<number>();
    expectTypeOf<Outputs['tables']['list']['tables'][number]['records']>().toEqualTypeOf<number>();
    expectTypeOf<Outputs['citations']['view']['text']>().toEqualTypeOf<string>();
    expectTypeOf<Outputs['sources']['get']['cited_by'][number]['table']>().toEqualTypeOf<string>();
  });

  it('gives the inputs of each table their own types', () => {
    expectTypeOf<Inputs['codings']['get']>().toEqualTypeOf<
      Pick<RecordOf<'codings'>, 'round' | 'program' | 'coder' | 'field'>
    >();
    expectTypeOf<Given<Inputs['indicators']['list']>['country']>().toEqualTypeOf<string[] | undefined>();
    expectTypeOf<Given<Inputs['indicators']['list']>['from']>().toEqualTypeOf<number | null | undefined>();
    expectTypeOf<Given<Inputs['programs']['list']>['security_related']>().toEqualTypeOf<
      ('yes' | 'no' | 'unknown')[] | undefined
    >();
    expectTypeOf<Given<Inputs['sources']['list']>['is_copy']>().toEqualTypeOf<('yes' | 'no')[] | undefined>();
    const caller = createCaller({} as never);
    // @ts-expect-error leads have no date
    expectTypeOf(() => caller.leads.list({ from: 2010 })).toBeFunction();
    // @ts-expect-error a transfer has no topics
    expectTypeOf(() => caller.transfers.list({ topics: ['x'] })).toBeFunction();
    // @ts-expect-error there is no such field to sort by
    expectTypeOf(() => caller.borders.list({ sort: ['-colour'] })).toBeFunction();
    expectTypeOf(() => caller.borders.list({ sort: ['-length_km'] })).toBeFunction();
  });

  it('refuses what is not in the catalogue', () => {
    const caller = createCaller({} as never);
    // @ts-expect-error there is no such statistic
    expectTypeOf(caller.statistics.average).toBeAny();
    // @ts-expect-error there is no such input
    expectTypeOf(() => caller.statistics.share({ attribut: 'security_related' })).toBeFunction();
    expectTypeOf(() => caller.statistics.share()).toBeFunction();
  });
});
