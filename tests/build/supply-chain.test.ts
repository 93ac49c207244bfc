/** What others wrote and this site is built with: exactly named, allowed by name to run anything, licensed, listed, and used. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { takenByName } from '../lint/knip.config.ts';
import { filesBelow } from '../support/dist.ts';
import { environment, node, root } from '../support/run.ts';

interface Locked {
  version?: string;
  resolved?: string;
  integrity?: string;
  link?: boolean;
  dev?: boolean;
  hasInstallScript?: boolean;
  license?: unknown;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}
interface Manifest {
  name: string;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  overrides: Record<string, Record<string, string>>;
  allowScripts: Record<string, boolean>;
}

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;
const lockfile = JSON.parse(read('package-lock.json')) as { lockfileVersion: number; packages: Record<string, Locked> };
const { '': project, ...locked } = lockfile.packages;
/** `node_modules/a/node_modules/@b/c` is a copy of `@b/c`. */
const nameOf = (place: string): string => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
const direct = { ...manifest.dependencies, ...manifest.devDependencies };

test('every package is asked for by its exact version', () => {
  const asked = Object.entries(direct);
  expect(asked.length).toBeGreaterThan(50);
  expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  const overridden = Object.values(manifest.overrides).flatMap((each) => Object.entries(each));
  expect(overridden.filter(([name, version]) => version !== `$${name}` && !/^\d+\.\d+\.\d+$/.test(version))).toEqual(
    [],
  );
});

test('the lockfile names these packages, the bytes of each, and no registry', () => {
  expect(lockfile.lockfileVersion).toBe(3);
  expect(project!.dependencies).toEqual(manifest.dependencies);
  expect(project!.devDependencies).toEqual(manifest.devDependencies);
  expect(
    Object.entries(direct).filter(([name, version]) => locked[`node_modules/${name}`]?.version !== version),
  ).toEqual([]);
  const all = Object.entries(locked);
  expect(
    all.filter(([, { integrity }]) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '')).map(([place]) => place),
  ).toEqual([]);
  expect(all.filter(([, { resolved, link }]) => resolved !== undefined || link).map(([place]) => place)).toEqual([]);
});

test('only packages allowed by name run anything when they are installed', () => {
  const running = Object.entries(locked).flatMap(([place, { hasInstallScript }]) =>
    hasInstallScript ? [nameOf(place)] : [],
  );
  expect([...new Set(running)].sort()).toEqual(Object.keys(manifest.allowScripts).sort());
});

/** Licences under which anybody may use a package as it is, to build with and to ship. */
const free = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'PSF-2.0',
  'Python-2.0',
  'Zlib',
]);
/** Others, package by package, and why that does no harm. No file of these but fonts reaches a reader. */
const allowed: Record<string, { license: string; why: string }> = {
  '@expo-google-fonts/be-vietnam-pro': { license: 'MIT AND OFL-1.1', why: 'A font. Pictures are drawn with it.' },
  '@fontsource-variable/material-symbols-outlined': {
    license: 'OFL-1.1',
    why: 'A font, shipped unchanged with the web editor.',
  },
  '@fontsource-variable/source-sans-3': { license: 'OFL-1.1', why: 'As above.' },
  '@img/sharp-wasm32': {
    license: 'Apache-2.0 AND LGPL-3.0-or-later AND MIT',
    why: 'libvips, linked as a library of its own; draws pictures while building.',
  },
  'caniuse-lite': { license: 'CC-BY-4.0', why: 'Data on browsers, read while building.' },
  citeproc: {
    license: 'CPAL-1.0 OR AGPL-1.0',
    why: 'Writes citations while building; unchanged, and no part of the site.',
  },
  'dictionary-vi': { license: 'GPL-2.0', why: 'Words that `check` reads; unchanged, and no part of the site.' },
  jschardet: { license: 'LGPL-2.1+', why: 'Of a tool that tests use.' },
};
/** Weak copyleft, which asks for the source of the package itself when it is changed. */
const families: { names: RegExp; license: RegExp; why: string }[] = [
  {
    names: /^@img\/sharp-/,
    license: /^(?:Apache-2\.0 AND )?LGPL-3\.0-or-later$/,
    why: 'As @img/sharp-wasm32, for other systems.',
  },
  {
    names: /^lightningcss(?:-|$)|^axe-core$|^satori$/,
    license: /^MPL-2\.0$/,
    why: 'Build and test the site, unchanged.',
  },
];

test('every package has a licence that allows what is done with it', () => {
  /** A choice needs one free licence, a sum all of them. */
  const isFree = (license: string): boolean =>
    license
      .replace(/^\((.*)\)$/, '$1')
      .split(' OR ')
      .some((choice) => choice.split(' AND ').every((each) => free.has(each)));
  const used = new Set<string>();
  const refused = Object.entries(locked).flatMap(([place, { license, version }]) => {
    const name = nameOf(place);
    const text =
      typeof license === 'string'
        ? license
        : Array.isArray(license)
          ? license
              .map(({ type }: { type: string }) => (type === 'Public Domain' ? 'public domain' : type))
              .sort()
              .join(' OR ')
          : 'none named';
    const family = families.find(({ names }) => names.test(name));
    if (isFree(text) || family?.license.test(text)) return [];
    used.add(name);
    return allowed[name]?.license === text ? [] : [`${name}@${version}: ${text}`];
  });
  expect(refused).toEqual([]);
  // Nothing is allowed that nobody asks for.
  expect(Object.keys(allowed).filter((name) => !used.has(name))).toEqual([]);
});

interface Sbom {
  bomFormat: string;
  specVersion: string;
  metadata: { component: { name: string; purl: string } };
  components: {
    'bom-ref': string;
    name: string;
    version: string;
    purl: string;
    hashes?: { alg: string; content: string }[];
    licenses?: unknown[];
  }[];
  dependencies: { ref: string; dependsOn: string[] }[];
}

test('`npm run sbom` lists every package in CycloneDX, with hash, licence and what it needs', () => {
  const sbom = JSON.parse(
    execFileSync('npm', ['run', '--silent', 'sbom'], {
      cwd: root,
      encoding: 'utf8',
      env: environment(),
      maxBuffer: 1 << 26,
    }),
  ) as Sbom;
  expect([sbom.bomFormat, sbom.specVersion]).toEqual(['CycloneDX', '1.5']);
  expect(sbom.metadata.component.purl).toBe(`pkg:npm/${manifest.name}@0.1.0`);
  const listed = new Map(sbom.components.map((component) => [`${component.name}@${component.version}`, component]));
  const wanted = new Map(
    Object.entries(locked).map(([place, { version, integrity }]) => [`${nameOf(place)}@${version}`, integrity]),
  );
  expect([...wanted.keys()].filter((name) => !listed.has(name))).toEqual([]);
  expect([...listed.keys()].filter((name) => !wanted.has(name))).toEqual([]);
  for (const [name, { purl, hashes, version }] of listed) {
    expect(purl, name).toMatch(new RegExp(`^pkg:npm/.*@${version}$`));
    expect(
      `sha512-${Buffer.from(hashes?.find(({ alg }) => alg === 'SHA-512')?.content ?? '', 'hex').toString('base64')}`,
      name,
    ).toBe(wanted.get(name));
  }
  // npm cannot read the older form.
  expect([...listed.values()].filter(({ licenses }) => !licenses?.length).map(({ name }) => name)).toEqual(['tv4']);
  const references = new Set([...sbom.components.map((component) => component['bom-ref']), sbom.dependencies[0]?.ref]);
  expect(sbom.dependencies.flatMap(({ dependsOn }) => dependsOn).filter((each) => !references.has(each))).toEqual([]);
  const own = sbom.dependencies.find(({ ref }) => ref === `${manifest.name}@0.1.0`)!;
  expect(own.dependsOn).toEqual(
    expect.arrayContaining(Object.entries(direct).map(([name, version]) => `${name}@${version}`)),
  );
});

test('nothing is installed, exported or kept that nothing uses', () => {
  const { code, out } = node([
    path.join(root, 'node_modules/knip/bin/knip.js'),
    '--config',
    'tests/lint/knip.config.ts',
    '--no-config-hints',
    '--no-progress',
  ]);
  expect(out).toBe('');
  expect(code).toBe(0);
});

test('a package that is taken by its name is named in the code', () => {
  const sources = ['src', 'tests']
    .flatMap((folder) => filesBelow(path.join(root, folder)).map((file) => `${folder}/${file}`))
    .filter((file) => /\.(?:ts|mjs)$/.test(file) && !file.includes('knip.config') && !file.includes('supply-chain'));
  const code = sources.map(read).join('\n');
  const named = (name: string): boolean =>
    code.includes(name) || (name === '@astrojs/check' && code.includes("'check', '--minimumFailingSeverity'"));
  expect(Object.keys(takenByName).filter((name) => !named(name))).toEqual([]);
});
