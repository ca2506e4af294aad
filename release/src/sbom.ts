import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Contrib, Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';
import type { Library } from './installed.ts';
import type { Tarball } from './tarball.ts';

/** What is said of a package or a library in the list of parts. */
type Part = Omit<Library, 'integrity'> & { readonly hashes: readonly (readonly [Enums.HashAlgorithm, string])[] };

/**
 * The parts of a package in CycloneDX 1.6: the tarball with its hash, and every library that comes with it. It has no date
 * and no serial number, so that the same package gives the same bytes.
 */
export function sbomOf({ path, manifest }: Tarball, libraries: readonly Library[]): string {
  const sha512 = createHash('sha512').update(readFileSync(path)).digest('hex');
  const { name, version, license = '' } = manifest;
  const component = componentOf({ name, version, license, hashes: [[Enums.HashAlgorithm['SHA-512'], sha512]] });
  const bom = new Models.Bom({ metadata: new Models.Metadata({ component }) });
  for (const library of libraries) {
    const part = componentOf({ ...library, hashes: hashesOf(library.integrity) });
    bom.components.add(part);
    component.dependencies.add(part.bomRef);
  }
  const factory = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6);
  return `${new Serialize.JsonSerializer(factory).serialize(bom, { sortLists: true, space: 2 })}\n`;
}

function componentOf({ name, version, license, hashes }: Part): Models.Component {
  const slash = name.indexOf('/');
  const component = new Models.Component(Enums.ComponentType.Library, name.slice(slash + 1), {
    ...(slash === -1 ? {} : { group: name.slice(0, slash) }),
    version,
    bomRef: `${name}@${version}`,
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    hashes: new Models.HashDictionary(hashes),
  });
  const licences = new Contrib.License.Factories.LicenseFactory(() => undefined);
  if (license !== '') component.licenses.add(licences.makeFromString(license));
  return component;
}

/** The hash of a lockfile, in the words of the list. */
function hashesOf(integrity: string | null): [Enums.HashAlgorithm, string][] {
  const [, base64] = /^sha512-(.+)$/.exec(integrity ?? '') ?? [];
  return base64 === undefined ? [] : [[Enums.HashAlgorithm['SHA-512'], Buffer.from(base64, 'base64').toString('hex')]];
}
