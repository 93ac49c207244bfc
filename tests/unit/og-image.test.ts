/** The share image of a page: whatever its title, nothing of it is cut, and what is drawn twice is the same. */
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { ogImageAlt, ogImagePath, ogImageSize, type OgImage } from '../../src/og-image.ts';
import { drawingVersion, drawOgImage } from '../../src/postprocess/draw-og-image.ts';

const image = (title: string, rest: Partial<OgImage> = {}): OgImage => ({
  label: 'Cảnh báo lừa đảo · Đặc biệt nguy hiểm',
  sign: 'heavy',
  title,
  number: '113',
  answers: 'Công an',
  site: 'Cảnh báo Cao Bằng',
  note: 'Bản thử nghiệm, chưa phải kênh chính thức.',
  ...rest,
});

const stacked = 'ĐƯỢC GIÚP ĐỠ KHI TRỞ VỀ, NGHIỄM ĐỘC NẶNG Ở CHỖ KHÔNG RÕ, Ễ Ỗ Ữ Ặ Ỵ Ẩ Ỡ: ';

/** Titles up to 200 letters, the widest and highest among them. */
const titles = {
  'of one word': 'Nguồn',
  'of 200 letters': stacked.repeat(3).slice(0, 200),
  'of 200 letters without a space': 'W'.repeat(200),
  'of 200 high letters without a space': 'Ễ'.repeat(200),
  'of lines that just fit': stacked,
  'with signs of markup': `<b>"thẻ"</b> & 'đơn' ]]> &amp; </svg>`,
};

interface Area {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** How many colours an area holds: one, where nothing is drawn. */
const colours = async (png: Buffer, area: Area): Promise<number> => {
  const { data, info } = await sharp(png).extract(area).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const found = new Set<number>();
  for (let index = 0; index < data.length; index += info.channels) found.add(data.readUIntBE(index, 3));
  return found.size;
};

/** The empty strips around the title: a letter in one of them runs over, a letter beyond it would be cut. */
const strips: Record<string, Area> = {
  'left of the title': { left: 0, top: 140, width: 56, height: 360 },
  'between title and stone': { left: 830, top: 150, width: 12, height: 320 },
  'below the title': { left: 0, top: 484, width: 830, height: 22 },
  'at the right edge': { left: 1166, top: 40, width: 34, height: 590 },
  'at the foot': { left: 0, top: 604, width: 1200, height: 26 },
};

describe.each(Object.entries(titles))('a title %s', (_, title) => {
  test('keeps to its place, in a small file of the right size', async () => {
    const png = await drawOgImage(image(title));
    for (const [name, area] of Object.entries(strips)) expect(await colours(png, area), name).toBe(1);
    expect(await colours(png, { left: 60, top: 156, width: 770, height: 322 })).toBeGreaterThan(1);
    expect(await sharp(png).metadata()).toMatchObject({ ...ogImageSize, format: 'png' });
    expect(png.length).toBeLessThanOrEqual(60 * 1024);
  });
});

test('a long name of who answers and a long number keep to the stone', async () => {
  const png = await drawOgImage(
    image('Nguồn', {
      number: '+84 981 84 84 84',
      answers: 'Tổng đài quốc gia bảo vệ trẻ em, phòng, chống mua bán người, ngày và đêm',
    }),
  );
  for (const name of ['between title and stone', 'at the right edge'])
    expect(await colours(png, strips[name]!), name).toBe(1);
});

test('every letter of Vietnamese is in the font: none is drawn as another’s empty box', async () => {
  const marks = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
  const letters = 'AĂÂEÊIOÔƠUƯY'
    .split(/(?=.)/u)
    .flatMap((letter) => marks.map((mark) => (letter + mark).normalize('NFC')))
    .concat('Đ')
    .flatMap((letter) => [letter, letter.toLowerCase()]);
  const pictures = new Map<string, string>();
  for (const letter of letters) {
    const png = await drawOgImage(image(letter, { label: 'x', sign: undefined }));
    expect(pictures.get(png.toString('base64')), letter).toBeUndefined();
    pictures.set(png.toString('base64'), letter);
  }
  expect(pictures.size).toBe(146);
});

test('signs that the font lacks leave no empty boxes', async () => {
  expect(await drawOgImage(image('Cảnh báo 🚨👮🏽 gấp'))).toEqual(await drawOgImage(image('Cảnh báo gấp')));
});

test('one content always gives one image, under one address; another content another', async () => {
  expect(await drawOgImage(image('Nguồn'))).toEqual(await drawOgImage(image('Nguồn')));
  expect(ogImagePath(image('Nguồn'))).toBe(ogImagePath(image('Nguồn')));
  expect(ogImagePath(image('Nguồn'))).not.toBe(ogImagePath(image('Nguồn', { number: '111' })));
  expect(drawingVersion()).toBe(drawingVersion());
});

test('the words of a picture are told to those who do not see it', () => {
  expect(ogImageAlt(image('Dọa khóa SIM'))).toBe(
    'Cảnh báo Cao Bằng. Cảnh báo lừa đảo · Đặc biệt nguy hiểm. Dọa khóa SIM. 113: Công an.',
  );
});
