import { limitSettings, listensOn, variable, whole } from '@govexport/http/node';
import { z } from 'zod';

/** The variables of the environment that the server reads; those of the pages stand in src/env.ts. */
export const SiteEnvironment = z.object({
  PORT: variable(whole(0, 65_535, 3_000), 'port to listen on; 0: any that is free'),
  HOST: listensOn('0.0.0.0'),
  ...limitSettings,
});

/** The settings of the server, every variable checked and filled in. */
export type SiteEnvironment = z.output<typeof SiteEnvironment>;
