/**
 * What every page does once it has been read to its end. One small file for all of them, fetched after the text and then kept by the browser;
 * what it wakes (reading aloud, sharing) is fetched at the first tap. The way out by touch does not wait for it: see `exit.client.ts`.
 */
import '../components/CallBar/shift.client.ts';
import '../components/AlertStatus/expiry.client.ts';
import '../components/Listen/listen.client.ts';
import '../components/Share/share.client.ts';
import '../offline/register.client.ts';
