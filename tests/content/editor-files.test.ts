/** Files for the tools that editors use: current, sound, and pinned. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, parseDocument } from 'yaml';
import { describe, expect, test } from 'vitest';
import { loadContent } from '../../src/content-loader/index.ts';
import { editorFiles, jsonSchema } from '../../src/editor/schemas.ts';
import { collectionNames, collections } from '../../src/schema/index.ts';
import { temporaryFolder } from '../support/content.ts';
import { inProcess, node, root } from '../support/run.ts';

const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

describe('for VS Code', () => {
  test.each(Object.entries(editorFiles()))('%s is what `npm run schemas` writes', (file, text) => {
    expect(read(file)).toBe(text);
  });

  test.each(collectionNames)(
    'the JSON Schema of %s takes what is published, and refuses a field it does not know',
    (kind) => {
      const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(jsonSchema(kind));
      const { entries } = loadContent(path.join(root, 'content'));
      const own = entries.filter((entry) => entry.kind === kind);
      expect(own.length).toBeGreaterThan(0);
      for (const { data, file } of own) expect(validate(data), `${file} ${JSON.stringify(validate.errors)}`).toBe(true);
      expect(validate({ ...own[0]!.data, evil: 1 })).toBe(false);
    },
  );

  test('settings name schemas that are there', () => {
    const settings = JSON.parse(read('.vscode/settings.json')) as {
      'json.schemas': { url: string; fileMatch: string[] }[];
    };
    expect(settings['json.schemas'].map(({ fileMatch }) => fileMatch[0])).toEqual(
      collectionNames.filter((kind) => collections[kind].format === 'json').map((kind) => `/content/${kind}/*.json`),
    );
    for (const { url } of settings['json.schemas']) expect(existsSync(path.join(root, url))).toBe(true);
  });

  test('snippets do not depend on the day they were made', () => {
    expect(JSON.stringify(editorFiles())).not.toMatch(/(?:publishedAt|updatedAt|dateAccessed|expiresAt)\W+20\d\d/);
  });
});

describe('workflows', () => {
  interface Step {
    uses?: string;
    run?: string;
  }
  interface Workflow {
    permissions?: unknown;
    jobs: Record<string, { steps: Step[]; permissions?: unknown }>;
  }
  const files = readdirSync(path.join(root, '.github/workflows')).map((name) => `.github/workflows/${name}`);

  test.each([...files, '.gitlab-ci.yml'])('%s is sound YAML', (file) => {
    const document = parseDocument(read(file));
    expect([...document.errors, ...document.warnings]).toEqual([]);
  });

  test.each(files)('%s uses actions pinned by commit, and tells their version', (file) => {
    const uses = read(file)
      .split('\n')
      .filter((line) => line.includes('uses:'));
    expect(uses.length).toBeGreaterThan(1);
    for (const line of uses) expect(line).toMatch(/uses: actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test.each(files)('%s asks for no more than reading, and puts nothing a stranger wrote into a shell', (file) => {
    const { permissions, jobs } = parse(read(file)) as Workflow;
    expect(permissions).toEqual({ contents: 'read' });
    for (const { steps } of Object.values(jobs)) for (const { run } of steps) expect(run ?? '').not.toContain('${{');
    expect(read(file)).not.toContain('pull_request_target');
  });

  test.each([...files, '.gitlab-ci.yml'])('%s runs commands that exist', (file) => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const commands = [...read(file).matchAll(/npm run ([a-z-]+)/g)].map(([, name]) => name!);
    expect(commands.length).toBeGreaterThan(0);
    for (const command of commands) expect(Object.keys(scripts)).toContain(command);
  });

  test('the list for reviewers asks for source, number, victim and expiry', () => {
    const list = read('.github/pull_request_template.md');
    for (const word of ['Nguồn', 'Số gọi', 'Nạn nhân', 'Hết hạn'])
      expect(list).toMatch(new RegExp(`^- \\[ \\] \\*\\*${word}:`, 'm'));
  });
});

describe('the guide', () => {
  const guide = read('content/pages/bien-tap.mdx');
  const code = [...guide.matchAll(/```sh\n([^]*?)```|`([^`\n]+)`/g)].flatMap(([, block, inline]) =>
    (block ?? inline!).trim().split('\n'),
  );

  /** What the command of a file prints with `--help`; each is run once. */
  const helps = new Map<string, string>();
  const helpOf = (file: string): string => {
    const help = helps.get(file) ?? node([file, '--help'], { CONTENT_DIR: temporaryFolder() }).out;
    helps.set(file, help);
    return help;
  };

  test('names commands that exist, with options they take', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const commands = code.filter((line) => line.startsWith('npm '));
    expect(commands.length).toBeGreaterThan(8);
    for (const command of commands) {
      const [, name = '', rest = ''] = /^npm (?:run )?([a-z]+)(?: -- (.*))?$/.exec(command) ?? [];
      expect(['install', ...Object.keys(scripts)], command).toContain(name);
      const file = scripts[name]?.split(' ').at(-1);
      for (const option of rest.match(/--[a-z]+/g) ?? []) expect(helpOf(file!), command).toContain(option);
    }
  });

  test('begins new files of collections that there are', async () => {
    for (const line of code.filter((each) => each.includes('--kind'))) {
      const [, kind = ''] = /--kind (\S+)/.exec(line) ?? [];
      const { code: exit, out } = await inProcess('src/editor/new.ts', ['--kind', kind, '--title', 'Thử'], {
        CONTENT_DIR: temporaryFolder(),
      });
      expect(exit, out).toBe(0);
    }
  });

  test('names fields that there are', () => {
    const fields = new Set<string>();
    JSON.stringify(collectionNames.map(jsonSchema), (key, value: unknown) => {
      if (key === 'properties') for (const name of Object.keys(value as object)) fields.add(name);
      if (key === 'enum') for (const choice of value as string[]) fields.add(choice);
      return value;
    });
    const named = code.filter(
      (each) => /^[a-z]+(?:[A-Z][a-z]+)*$/.test(each) && !(collectionNames as string[]).includes(each),
    );
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((name) => !fields.has(name))).toEqual([]);
  });
});
