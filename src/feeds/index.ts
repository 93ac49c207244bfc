/** What programs follow: feeds of everything that is published, and grave alerts in the Common Alerting Protocol. */
export { capIndex, capMessage, capType, isGrave } from './cap.ts';
export { alertEntry, articleEntry, conferenceEntry, correctionEntries, figureEntries } from './entries.ts';
export { feedFile, feedTypes, latest, type FeedEntry } from './feed.ts';
