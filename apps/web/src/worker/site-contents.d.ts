/** What vite.worker.config.ts puts into the worker. */
declare module 'site-contents' {
  /** Changes with every build whose site differs. */
  export const version: string;
  /** Paths of the styles, scripts and pictures of the pages. */
  export const files: readonly string[];
  /** The settings that the pages were made with. */
  export const settings: Record<string, string>;
}

/** The server of the built site, as SvelteKit writes it. */
declare module 'built-server' {
  export const server: {
    init(options: { env: Record<string, string> }): Promise<void>;
    respond(request: Request, options: { getClientAddress(): string }): Promise<Response>;
  };
}

/** What the server reads from files in Node. */
declare module 'opened-dataset' {
  import type { Changes, Dataset } from '@govexport/schema';
  export const dataset: Dataset;
  export const changes: Changes;
  export const jsonLd: string;
}
