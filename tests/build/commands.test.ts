/** `npm start`: what it says before it builds. What it serves is in editing.test.ts. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { valid } from '../support/content.ts';
import { inProcess, root } from '../support/run.ts';

const work = mkdtempSync(path.join(tmpdir(), 'commands-'));
const out = path.join(work, 'out');
const surroundings = { CONTENT_DIR: valid, OUT_DIR: out };
const start = (port: string) => inProcess('src/publish/start.ts', [], { ...surroundings, PORT: port });

const servers: Server[] = [];
/** Takes a port, a free one for 0, and says which. */
const take = (host: string, port = 0): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, host, () => {
      servers.push(server);
      resolve((server.address() as { port: number }).port);
    });
  });
const release = async (): Promise<void> => {
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
};
/** The first of `count` ports in a row that nobody has. */
const freeRow = async (count: number): Promise<number> => {
  const first = await take('127.0.0.1');
  try {
    for (let next = first + 1; next < first + count; next++) await take('127.0.0.1', next);
    return first;
  } catch {
    return await freeRow(count);
  } finally {
    await release();
  }
};

afterEach(release);
afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('a taken port', () => {
  test.each(['127.0.0.1', '0.0.0.0'])(
    'on %s is found out before the build, and the next free one is named',
    async (host) => {
      const first = await freeRow(3);
      await take(host, first);
      await take(host, first + 1);
      const { code, out: said } = await start(String(first));
      expect(said).toBe(`Port ${first} is taken. The next free one is ${first + 2}: PORT=${first + 2} npm start\n`);
      expect(code).toBe(1);
      expect(existsSync(out)).toBe(false);
    },
  );

  test('that is the last one there is has a next one too', async () => {
    // Whoever has it already serves as well.
    await take('127.0.0.1', 65535).catch(() => 65535);
    const { code, out: said } = await start('65535');
    expect(said).toMatch(/^Port 65535 is taken\. The next free one is (\d{4,5}): PORT=\1 npm start\n$/);
    expect(code).toBe(1);
  });
});

test.each(['abc', '0', '-1', '65536', '80.5'])('PORT=%s is refused, and nothing is built', async (port) => {
  const { code, out: said } = await start(port);
  expect(said).toBe(`PORT must be a number from 1 to 65535, not “${port}”.\n`);
  expect(code).toBe(1);
  expect(existsSync(out)).toBe(false);
});

test.each(['.', '..', '/'])('a build into %s, which holds the project itself, is refused', async (folder) => {
  const { code, out: said } = await inProcess('src/publish/build.ts', [], {
    OUT_DIR: folder,
    CONTENT_DIR: path.join(work, 'none'),
  });
  expect(said).toBe(`OUT_DIR would be replaced, and “${path.resolve(root, folder)}” holds the project itself.\n`);
  expect(code).toBe(1);
});
