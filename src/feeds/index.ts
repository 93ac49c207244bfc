/** Feeds of everything published, and severe alerts in the Common Alerting Protocol. */
export { capIndex, capMessage, capType, isGrave } from './cap.ts';
export { alertEntry, articleEntry, conferenceEntry, correctionEntries, figureEntries } from './entries.ts';
export { feedFile, feedTypes, latest, type FeedEntry } from './feed.ts';
