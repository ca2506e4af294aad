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
    expectTypeOf<Given<Inputs['statistics']['trend']>['countries']>().toEqualTypeOf<
      ('KZ' | 'KG' | 'TJ' | 'TM' | 'UZ')[] | undefined
    >();
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

  it('refuses what is not in the catalogue', () => {
    const caller = createCaller({} as never);
    // @ts-expect-error there is no such statistic
    expectTypeOf(caller.statistics.average).toBeAny();
    // @ts-expect-error there is no such input
    expectTypeOf(() => caller.statistics.share({ attribut: 'security_related' })).toBeFunction();
    expectTypeOf(() => caller.statistics.share()).toBeFunction();
  });
});
