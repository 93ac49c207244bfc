// usage: node .shots.ts distdir outdir
import { launch } from './tests/support/browser.ts';
import { listen } from './tests/support/site.ts';
import { mkdirSync } from 'node:fs';
const [dir, out] = process.argv.slice(2) as [string, string];
mkdirSync(out, { recursive: true });
const site = await listen(dir);
const browser = await launch();
const list: Record<string,string> = JSON.parse(process.env.PAGES ?? 'null') ?? { home: '/', alert: '/canh-bao/bat-coc-online/', article: '/bai-viet/viec-nhe-luong-cao/', article2: '/bai-viet/xuat-nhap-canh-trai-phep/', help: '/can-giup-do/', alerts: '/canh-bao/', articles: '/bai-viet/', facet: '/canh-bao/kenh/cuoc-goi/', hotlines: '/duong-day-nong/', figure: '/so-lieu/so-nguoi-tham-gia-tuyen-truyen/cao-bang-6-thang-dau-nam-2023/', figures: '/so-lieu/', conference: '/hoi-nghi/hoi-nghi-2023-07-21/', enhome: '/en/', enhelp: '/en/help/', enalert: '/en/alerts/bat-coc-online/', notice: '/canh-bao/bat-coc-online/to-roi/', speech: '/canh-bao/bat-coc-online/loa/', check: '/tu-kiem-tra/viec-lam/', search: '/tim-kiem/', nf: '/404.html', sources: '/nguon/', glossary: '/thuat-ngu/', data: '/du-lieu/', handouts: '/in-va-phat/', offline: '/luu-tren-may/', nonet: '/ngoai-tuyen/', follow: '/theo-doi/', corrections: '/dinh-chinh/', about: '/gioi-thieu/', indicator: '/so-lieu/ty-le-nguoi-dung-bi-lua-dao-truc-tuyen/', frame: '/nhung/so-vu-mua-ban-nguoi/cao-bang-6-thang-dau-nam-2023/', guide: '/bien-tap/', enfigures: '/en/figures/', checks: '/tu-kiem-tra/', version: '/en/hotlines/', conferences: '/hoi-nghi/', enabout: '/en/about/', topic: '/so-lieu/chu-de/mua-ban-nguoi/' };
const modes = (process.env.MODES ?? '360l,768d,1280l,print').split(',');
for (const mode of modes) {
  const width = mode === 'print' ? 800 : Number(mode.slice(0, -1));
  const context = await browser.newContext({ viewport: { width, height: 740 }, colorScheme: mode.endsWith('d') ? 'dark' : 'light', serviceWorkers: 'block' });
  const page = await context.newPage();
  if (mode === 'print') await page.emulateMedia({ media: 'print' });
  for (const [name, path] of Object.entries(list)) {
    await page.goto(site.origin + path);
    await page.screenshot({ path: `${out}/${name}-${mode}.png`, fullPage: true });
  }
  await context.close();
}
await browser.close(); await site.close();
