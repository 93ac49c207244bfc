/** The script of every page, as one: what two pages' scripts share would become a file to be fetched. */
import '../components/CallBar/exit.client.ts';
import '../offline/register.client.ts';
