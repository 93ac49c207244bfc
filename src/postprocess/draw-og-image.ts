/** Draws the share image of a page: text by satori, which turns it into outlines; shapes as plain SVG; sharp makes the PNG. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import satori, { type Font } from 'satori';
import sharp from 'sharp';
import { brocade, dangerSign } from '../styles/drawings.ts';
import { ogImageSize, type OgImage } from '../og-image.ts';

const { width: WIDTH, height: HEIGHT } = ogImageSize;
const MARGIN = 64;
const STONE = { x: 872, y: 160, width: 264, height: 316, cap: 164 };
/** The box of the title: beside the milestone, between the label and the name of the site. */
const TITLE = { x: MARGIN, y: 156, width: STONE.x - MARGIN - 48, height: 322 };
/** Font sizes of the title in pixels; the largest that fits is taken. At the last, 200 letters of the widest kind fit. */
const TITLE_SIZES = [76, 68, 60, 54, 48, 43, 38, 34, 30, 26, 22, 18];
/** Room for stacked diacritics above capitals and below letters: Ễ, Ộ, Ỵ. */
const LINE_HEIGHT = 1.32;
const BAND_HEIGHT = 32;

const require = createRequire(import.meta.url);
const weightNames = { 500: '500Medium', 700: '700Bold', 800: '800ExtraBold' } as const;
type Weight = keyof typeof weightNames;
/** Be Vietnam Pro (SIL Open Font License): drawn for Vietnamese, with every stacked diacritic. */
const fontFiles = Object.entries(weightNames).map(([weight, name]) => ({
  weight: Number(weight) as Weight,
  file: require.resolve(`@expo-google-fonts/be-vietnam-pro/${name}/BeVietnamPro_${name}.ttf`),
}));
const tokensFile = fileURLToPath(new URL('../styles/tokens.css', import.meta.url));

let fonts: Font[] | undefined;
const loadFonts = (): Font[] =>
  (fonts ??= fontFiles.map(({ weight, file }) => ({
    name: 'Be Vietnam Pro',
    weight,
    style: 'normal',
    data: readFileSync(file),
  })));

/** A colour of the day theme. */
const colour = (() => {
  const tokens = new Map(
    [
      ...readFileSync(tokensFile, 'utf8')
        .replace(/@media[^]*/, '')
        .matchAll(/(--[a-z-]+): (#[0-9a-f]+)/g),
    ].map(([, name = '', value = '']) => [name, value]),
  );
  return (name: string): string => {
    const value = tokens.get(name);
    if (!value) throw new Error(`styles/tokens.css has no colour ${name}.`);
    return value;
  };
})();

/** A text without characters that the font lacks, such as emoji, which would be drawn as empty boxes. The page keeps them. */
const drawable = (text: string): string =>
  text
    .replace(/[^\p{Script=Latin}\p{M}\p{N}\p{P}\p{Zs}+<>=|~^`$€%°]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();

interface Box {
  x: number;
  y: number;
  width: number;
  height?: number;
  size: number;
  weight: Weight;
  fill: string;
  align?: 'left' | 'center';
  /** Vertical alignment in a box that is higher than its lines. */
  vertical?: 'flex-start' | 'center' | 'flex-end';
  lineHeight?: number;
}

const styled = (
  text: string,
  { size, weight, fill, align = 'left', lineHeight = LINE_HEIGHT }: Omit<Box, 'x' | 'y' | 'width'>,
) => ({
  type: 'div',
  key: null,
  props: {
    style: {
      display: 'block',
      width: '100%',
      fontSize: size,
      fontWeight: weight,
      lineHeight,
      color: fill,
      textAlign: align,
      textWrap: 'balance',
      wordBreak: 'break-word',
    },
    children: drawable(text),
  },
});

const box = (text: string, { x, y, width, height, vertical = 'flex-start', ...style }: Box) => ({
  type: 'div',
  key: null,
  props: {
    style: {
      display: 'flex',
      position: 'absolute',
      left: x,
      top: y,
      width,
      ...(height && { height }),
      alignItems: vertical,
    },
    children: styled(text, style),
  },
});

const heightOf = async (text: string, width: number, style: Omit<Box, 'x' | 'y' | 'width'>): Promise<number> => {
  const svg = await satori(
    { type: 'div', key: null, props: { style: { display: 'flex', width }, children: styled(text, style) } },
    { width, fonts: loadFonts() },
  );
  return Number(/height="([\d.]+)"/.exec(svg)?.[1]);
};

/** The largest of `sizes` at which a text keeps within a height; the smallest where none does. */
const fitting = async (
  text: string,
  width: number,
  height: number,
  sizes: readonly number[],
  weight: Weight,
): Promise<number> => {
  for (const size of sizes) if ((await heightOf(text, width, { size, weight, fill: '#000' })) <= height) return size;
  return Math.min(...sizes);
};

const sign = (style: NonNullable<OgImage['sign']>): string => {
  const outline = style === 'outline';
  const [face, edge] = outline ? ['none', colour('--on-masthead')] : [colour('--sign'), colour('--sign-edge')];
  const ink = outline ? colour('--on-masthead') : colour('--ink');
  return `<svg x="${MARGIN}" y="58" width="84" height="76" viewBox="${dangerSign.viewBox}" fill="none">
    <path d="${dangerSign.face}" fill="${face}" stroke="${edge}" stroke-width="${style === 'heavy' ? 8 : 5}" stroke-linejoin="round"${outline ? ' stroke-dasharray="6 4"' : ''}/>
    <path d="${dangerSign.mark}" stroke="${ink}" stroke-width="6" stroke-linecap="round"/>
  </svg>`;
};

/** The milestone: red cap, white body. */
const stone = ({ x, y, width, height, cap }: typeof STONE): string => {
  const arch = `M${x} ${y + height}V${y + width / 2}a${width / 2} ${width / 2} 0 0 1 ${width} 0V${y + height}z`;
  const head = `M${x} ${y + cap}V${y + width / 2}a${width / 2} ${width / 2} 0 0 1 ${width} 0v${cap - width / 2}z`;
  return `<path d="${arch}" fill="${colour('--stone')}"/><path d="${head}" fill="${colour('--red')}"/>
    <path d="M${x - 24} ${y + height}h${width + 48}" stroke="${colour('--band-b')}" stroke-width="8"/>`;
};

const band = (): string =>
  `<defs><pattern id="band" width="64" height="${BAND_HEIGHT}" patternUnits="userSpaceOnUse"><g transform="scale(2)"><path d="${brocade.a}" fill="${colour('--band-a')}"/><path d="${brocade.b}" fill="${colour('--band-b')}"/><path d="${brocade.c}" fill="${colour('--band-c')}"/></g></pattern></defs>
  <rect width="${WIDTH}" height="${BAND_HEIGHT}" fill="url(#band)"/>`;

/** The image as SVG, with all text as outlines. */
const svgOf = async (image: OgImage): Promise<string> => {
  const white = colour('--on-masthead');
  const titleSize = await fitting(image.title, TITLE.width, TITLE.height, TITLE_SIZES, 800);
  const labelX = image.sign ? MARGIN + 84 + 24 : MARGIN;
  const labelWidth = WIDTH - MARGIN - labelX;
  const cap = { width: STONE.width - 36, height: 100 };
  const words = await satori(
    {
      type: 'div',
      key: null,
      props: {
        style: { display: 'flex', width: WIDTH, height: HEIGHT, position: 'relative' },
        children: [
          box(image.label, {
            x: labelX,
            y: 58,
            width: labelWidth,
            height: 80,
            size: await fitting(image.label, labelWidth, 48, [34, 30, 26, 22], 700),
            weight: 700,
            fill: colour('--sign'),
            vertical: 'center',
          }),
          box(image.title, { ...TITLE, size: titleSize, weight: 800, fill: white, vertical: 'center' }),
          box(image.answers, {
            x: STONE.x + 18,
            y: STONE.y + STONE.cap - 8 - cap.height,
            ...cap,
            size: await fitting(image.answers, cap.width, cap.height, [27, 24, 21, 18], 700),
            weight: 700,
            fill: white,
            align: 'center',
            vertical: 'flex-end',
          }),
          box(image.number, {
            x: STONE.x,
            y: STONE.y + STONE.cap,
            width: STONE.width,
            height: STONE.height - STONE.cap,
            size: image.number.length > 5 ? 32 : 112,
            weight: 800,
            fill: colour('--stone-ink'),
            align: 'center',
            vertical: 'center',
            lineHeight: 1.1,
          }),
          box(image.site, { x: MARGIN, y: 512, width: 700, size: 34, weight: 800, fill: white }),
          box(image.note, { x: MARGIN, y: 560, width: 1000, size: 24, weight: 500, fill: white }),
        ],
      },
    },
    { width: WIDTH, height: HEIGHT, fonts: loadFonts() },
  );
  const shapes = `<rect width="${WIDTH}" height="${HEIGHT}" fill="${colour('--masthead')}"/>${band()}${stone(STONE)}${image.sign ? sign(image.sign) : ''}`;
  return words.replace(/^<svg[^>]*>/, (open) => open + shapes);
};

/** The image as PNG. A palette of sixteen colours takes four bits a pixel; one colour more would double the size. */
export const drawOgImage = async (image: OgImage): Promise<Buffer> =>
  sharp(Buffer.from(await svgOf(image)))
    .png({ palette: true, colours: 16, dither: 0, compressionLevel: 9, effort: 1 })
    .toBuffer();

/** A hash of everything but its content that an image depends on. A cached image is used only while this is the same. */
export const drawingVersion = (): string => {
  const hash = createHash('sha256');
  const own = ['draw-og-image.ts', '../og-image.ts', '../styles/drawings.ts'].map((file) =>
    fileURLToPath(new URL(file, import.meta.url)),
  );
  for (const file of [...own, tokensFile, ...fontFiles.map(({ file }) => file), require.resolve('satori/package.json')])
    hash.update(readFileSync(file));
  return hash.update(sharp.versions.sharp).digest('hex').slice(0, 16);
};
