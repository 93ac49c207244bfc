/**
 * How long `npm run check` takes over a thousand files: `node tests/bench/check.ts [files]`. The site's own articles and alerts,
 * copied under other names and titles until there are enough. It measures and says so; nothing fails.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const wanted = Number(process.argv[2] ?? 1000);
/** What an editor waits for without leaving the chair. */
const LIMIT_SECONDS = 2;
const ROUNDS = 5;

const folder = mkdtempSync(path.join(tmpdir(), 'bench-check-'));
try {
  cpSync(path.join(root, 'content'), folder, { recursive: true });
  rmSync(path.join(folder, 'addresses.txt'));
  const originals = ['articles', 'alerts'].flatMap((kind) =>
    readdirSync(path.join(folder, kind)).map((name) => path.join(kind, name)),
  );
  let files = readdirSync(folder, { recursive: true }).filter((name) => /\.(?:mdx|json)$/.test(String(name))).length;
  for (let copy = 2; files < wanted; copy++) {
    for (const original of originals.slice(0, wanted - files)) {
      const text = readFileSync(path.join(folder, original), 'utf8').replace(
        /^title: (["“]?)/m,
        `title: $1Bản ${copy}: `,
      );
      writeFileSync(
        path.join(folder, original.replace('.mdx', `-${copy}.mdx`)),
        text.replace(/^title: (?!")(.*)$/m, (_, title: string) => `title: ${JSON.stringify(title)}`),
      );
      files++;
    }
  }
  const times = Array.from({ length: ROUNDS }, () => {
    const started = performance.now();
    const { status, stderr } = spawnSync(process.execPath, [path.join(root, 'src/editor/check.ts')], {
      env: { ...process.env, CONTENT_DIR: folder },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    return (performance.now() - started) / 1000;
  }).sort((a, b) => a - b);
  const median = times[Math.floor(ROUNDS / 2)]!;
  console.log(
    `check of ${files} files: ${median.toFixed(2)} s (median of ${ROUNDS}, ${times[0]!.toFixed(2)} to ${times.at(-1)!.toFixed(2)}); wanted: at most ${LIMIT_SECONDS} s`,
  );
} finally {
  rmSync(folder, { recursive: true });
}
