/** The picture that stands for a page in Zalo, Facebook and other apps: what is on it, where it lies, what it says. */
import { createHash } from 'node:crypto';

/** Everything on a picture, in words. */
export interface Card {
  /** Kind of page, and of an alert its severity. */
  label: string;
  /** The danger sign: as on the page of the alert. */
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
export const cardSize = { width: 1200, height: 630 } as const;

/** Folder of the pictures. */
export const cardFolder = '/chia-se/';

/** Address of a picture. It is named for what is on it: apps that keep pictures for ever fetch a changed one anew, and pages that look alike share one. */
export const cardPath = (card: Card): string =>
  `${cardFolder}${createHash('sha256').update(JSON.stringify(card)).digest('hex').slice(0, 16)}.png`;

/** The words of a picture, for those who do not see it. */
export const cardAlt = ({ label, title, number, answers, site }: Card): string =>
  `${[site, label, title]
    .filter((part, index, all) => all.indexOf(part) === index)
    .map((part) => part.replace(/\.$/, ''))
    .join('. ')}. ${number}: ${answers}.`;
