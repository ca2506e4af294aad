/// <reference types="@sveltejs/adapter-node" />
declare global {
  namespace App {
    /** What an error page says. `issues` name the fields of the address that were not understood. */
    interface Error {
      issues?: { field: string; value: string; expected: string }[];
    }

    interface Locals {
      /** On whose behalf the page is made; not set where nobody serves it. */
      asker?: import('./lib/server/hosting.ts').Asker;
    }
  }
}

export {};
