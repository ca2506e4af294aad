import { z } from 'zod';

const port = z.int().min(1).max(65_535);

/** Options of `serve`. */
export const ServeInput = z.strictObject({
  port: port.default(8787).describe('Port of the API.'),
  site_port: port.default(5173).describe('Port of the site.'),
  host: z
    .string()
    .regex(/^[\w.:-]+$/, { error: 'an address of this machine, such as 127.0.0.1 or 0.0.0.0' })
    .default('127.0.0.1')
    .describe('Address to listen on; 0.0.0.0 for every address.'),
  site: z.boolean().default(true).describe('Serve the site too, where it is installed.'),
});

/** Address of a site. */
export const WebSite = z.url({ protocol: /^https?$/, error: 'an address such as https://data.example.org' });

/** Where `serve` has the site, if it is asked for nothing else. */
export const usualSite = 'http://127.0.0.1:5173';

/** Options of `open`. */
export const OpenInput = z.strictObject({
  site: WebSite.optional().describe(
    `Where the site is served. Default: the site of the configuration file, else ${usualSite}.`,
  ),
  browser: z.boolean().default(false).describe('Open the page in the browser of the system.'),
});
