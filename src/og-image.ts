/** The Open Graph image of a page, which Zalo, Facebook and other apps show beside a link: its content and its address. */
import { createHash } from 'node:crypto';

/** Everything on an image, as text. */
export interface OgImage {
  /** Kind of page, and of an alert its severity. */
  label: string;
  /** How the danger sign is drawn: as on the page of the alert. */
  sign?: 'filled' | 'heavy' | 'outline';
  title: string;
  /** The number to call, as it is read, and who answers. */
  number: string;
  answers: string;
  /** The name of the site, and a line below it. */
  site: string;
  note: string;
}

/** Size in pixels that apps ask for. */
export const ogImageSize = { width: 1200, height: 630 } as const;

/** Folder of the images in the site. */
export const ogImageFolder = '/chia-se/';

/** Path of an image without the base. It is a hash of the content: apps that cache images for ever fetch a changed one anew, and pages with the same content share one. */
export const ogImagePath = (image: OgImage): string =>
  `${ogImageFolder}${createHash('sha256').update(JSON.stringify(image)).digest('hex').slice(0, 16)}.png`;

/** The alternative text of an image. */
export const ogImageAlt = ({ label, title, number, answers, site }: OgImage): string =>
  `${[site, label, title]
    .filter((part, index, all) => all.indexOf(part) === index)
    .map((part) => part.replace(/\.$/, ''))
    .join('. ')}. ${number}: ${answers}.`;
