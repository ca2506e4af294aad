import { fileURLToPath } from 'node:url';
import { compare, rounds, seconds } from '../api/compare.ts';
import { comparison, machine, type Figures } from '../api/report.ts';
import { startServer, type Server } from '../api/servers.ts';

const pages = [
  { name: 'home', path: '/' },
  { name: 'a record', path: '/programs/GX-0001' },
] as const;
const asked = ['accept-encoding: gzip'] as const;
const [sitePort, floorPort] = [18_790, 18_791];

/** What a page that is kept costs beside a server of Node that has nothing but its bytes. */
export async function keptPages(): Promise<string[]> {
  const site = await startServer([fileURLToPath(import.meta.resolve('@govexport/web/server'))], {
    port: sitePort,
    environment: { HOST: '127.0.0.1', PORT: String(sitePort) },
    ready: '/',
  });
  try {
    return section(await besideFloor({ ...site, asked }));
  } finally {
    site.child.kill('SIGKILL');
  }
}

async function besideFloor(site: Server): Promise<(readonly Figures[])[]> {
  const paths = pages.map(({ path }) => path);
  const file = fileURLToPath(new URL('floor-server.ts', import.meta.url));
  const started = await startServer([file, String(floorPort), site.origin, ...paths], {
    port: floorPort,
    environment: {},
    ready: '/',
  });
  const floor = { ...started, asked };
  try {
    return pages.map(({ name, path }) =>
      compare([
        { name: `bare node:http, the bytes of ${name}`, server: floor, path },
        { name: `${name}, kept`, server: site, path },
      ]),
    );
  } finally {
    floor.child.kill('SIGKILL');
  }
}

function section(tables: readonly (readonly Figures[])[]): string[] {
  return [
    '## Kept pages beside a bare server of Node',
    '',
    `${machine()}. ${rounds} rounds of ${seconds} s, each in turn, compressed with gzip; medians over the rounds. A ratio is that to the first row in the same round. Processor time is what the server itself used for one request; other work on the machine changes it less than the rest.`,
    '',
    ...tables.flatMap((figures) => [...comparison(figures), '']),
  ];
}
