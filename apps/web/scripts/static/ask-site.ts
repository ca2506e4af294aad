import { fileURLToPath } from 'node:url';
import { siteSettings } from './site-settings.ts';

/** The server that SvelteKit built. */
interface BuiltServer {
  init(options: { env: Record<string, string> }): Promise<void>;
  respond(request: Request, options: { getClientAddress(): string }): Promise<Response>;
}

const place = fileURLToPath(new URL('../../build/server/server.js', import.meta.url));

/** Starts the built site in this process and returns what asks it for a path. */
export async function startedSite(): Promise<(path: string) => Promise<Response>> {
  const { server } = (await import(place)) as { server: BuiltServer };
  const env = siteSettings(process.env);
  await server.init({ env });
  // Without a public address the site names itself as it is asked.
  const origin = env['ORIGIN'] ?? 'http://localhost';
  return (path) => server.respond(new Request(new URL(path, origin)), { getClientAddress: () => '127.0.0.1' });
}
