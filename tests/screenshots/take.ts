/** Takes the README's pictures from a served site: `node tests/screenshots/take.ts http://localhost:4321`. */
import path from 'node:path';
import { launch } from '../support/browser.ts';

const origin = process.argv[2] ?? 'http://localhost:4321';
const pictures = [
  { name: 'home-phone', path: '/', width: 360, height: 740, colorScheme: 'light' },
  { name: 'alert-phone-dark', path: '/canh-bao/vneid-gia/', width: 360, height: 740, colorScheme: 'dark' },
  { name: 'help-phone', path: '/can-giup-do/', width: 360, height: 740, colorScheme: 'light' },
  { name: 'home-wide', path: '/', width: 1280, height: 860, colorScheme: 'light' },
  {
    name: 'figure-wide',
    path: '/so-lieu/so-truong-hop-xuat-nhap-canh-trai-phep/cao-bang-6-thang-dau-nam-2023/',
    width: 1280,
    height: 860,
    colorScheme: 'light',
  },
] as const;

const browser = await launch();
for (const { name, path: address, width, height, colorScheme } of pictures) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme });
  await page.goto(origin + address, { waitUntil: 'networkidle' });
  await page.screenshot({ path: path.join(import.meta.dirname, `${name}.png`) });
  await page.close();
}
await browser.close();
