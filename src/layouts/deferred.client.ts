/**
 * The script of every page, as one small cached file loaded after the text; reading aloud and sharing load the rest on the first tap.
 * The quick exit does not wait for it: `exit.client.ts` is inlined.
 */
import '../components/CallBar/shift.client.ts';
import '../components/AlertStatus/expiry.client.ts';
import '../components/Listen/listen.client.ts';
import '../components/Share/share.client.ts';
import '../offline/register.client.ts';
