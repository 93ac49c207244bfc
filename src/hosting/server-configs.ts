/** The table of rules in the words of each server. */
import { site } from '../site.ts';
import { DEFAULT_MIME_TYPE, expressionFor, headersFor, mimeTypes, rules } from './header-rules.ts';

/** Addresses that have moved, without the base, and where to, with it: as `content-loader` gives them. */
export type Redirects = Readonly<Record<string, string>>;
const moved = (redirects: Redirects): [from: string, to: string][] =>
  Object.entries(redirects).map(([from, to]) => [site.base.slice(0, -1) + from, to]);

/** Answers that are the same for every address. */
const constant = Object.entries(rules[0]!.headers).filter(([name]) =>
  rules.slice(1).every(({ headers }) => !(name in headers)),
);

/** Names of headers that depend on the address. */
const varying = [...new Set(rules.flatMap(({ headers }) => Object.keys(headers)))].filter((name) =>
  constant.every(([other]) => other !== name),
);

/** What Netlify and Cloudflare Pages do with a file by themselves: `public, max-age=0, must-revalidate`, which is the same. */
const byThemselves = (name: string, value: string): boolean => name === 'Cache-Control' && value === 'no-cache';

/**
 * `_headers` for Netlify and Cloudflare Pages. Where two of its rules name one header, the one host takes the later and the other joins both,
 * so here no address gets a header from two rules: what depends on the address is written for each name at the top of the site.
 * An unknown address there (404) has only what all have; its page carries the rest of its policy.
 *
 * @param top names at the top of the built site, folders with a slash behind.
 */
export const headersFile = (top: readonly string[]): string => {
  const block = (address: string, headers: readonly (readonly [string, string])[]): string[] =>
    headers.length === 0
      ? []
      : [`${site.base}${address.slice(1)}`, ...headers.map(([name, value]) => `  ${name}: ${value}`)];
  const own = (headers: Readonly<Record<string, string>>) =>
    Object.entries(headers).filter(([name, value]) => varying.includes(name) && !byThemselves(name, value));
  const isTop = ({ for: pattern }: { for: string }): boolean => /^\/[^/]*(?:\/\*)?$/.test(pattern);
  return [
    '# Written by the build from src/hosting/header-rules.ts.',
    ...block('/*', constant),
    ...['', ...top].flatMap((name) =>
      block(`/${name}${name.endsWith('/') ? '*' : ''}`, own(headersFor(`/${name}`, '/'))),
    ),
    ...rules.filter((rule) => !isTop(rule)).flatMap(({ for: pattern, headers }) => block(pattern, own(headers))),
    '',
  ].join('\n');
};

/** `_redirects` for Netlify and Cloudflare Pages. Netlify shows the page that the build has put there, which leads on too. */
export const redirectsFile = (redirects: Redirects): string =>
  ['# Written by the build from addresses.txt.', ...moved(redirects).map(([from, to]) => `${from} ${to} 301`), ''].join(
    '\n',
  );

export interface ServerSettings {
  /** Folder of the built site on the server. */
  root: string;
  /** What the server listens on, in its own words: `80`, `127.0.0.1:8080`. */
  listen?: string | undefined;
  redirects: Redirects;
}

const host = (): string => new URL(site.origin).hostname;
const quoted = (text: string): string => `"${text}"`;

/** For each header that depends on the address: the value for all, and expressions with other values, of which the first that fits counts. */
const choices = (): {
  name: string;
  variable: string;
  all: string;
  others: { expression: string; value: string }[];
}[] =>
  varying.map((name) => ({
    name,
    variable: name.toLowerCase().replaceAll('-', '_'),
    all: rules[0]!.headers[name] ?? '',
    others: rules
      .slice(1)
      .filter(({ headers }) => name in headers)
      .map((rule) => ({ expression: expressionFor(rule.for), value: rule.headers[name]! }))
      .reverse(),
  }));

/**
 * A site for nginx 1.18 or newer, to be put into its folder of sites. `brotli` needs the module `brotli_static`
 * (Debian: `libnginx-mod-http-brotli-static`); without it readers get gzip.
 */
export const nginxFile = ({
  root,
  listen = '80',
  redirects,
  brotli = false,
}: ServerSettings & {
  brotli?: boolean | undefined;
}): string => `# Written by “npm run hosting -- nginx” from src/hosting/header-rules.ts.
${choices()
  .map(({ variable, all, others }) =>
    [
      `map $uri $site_${variable} {`,
      `  default ${quoted(all)};`,
      ...others.map(({ expression, value }) => `  ${quoted(`~${expression}`)} ${quoted(value)};`),
      '}',
    ].join('\n'),
  )
  .join('\n')}
server {
  listen ${listen};
  server_name ${host()};
  server_tokens off;
  # Behind a proxy nginx knows neither the scheme nor the port that readers use.
  absolute_redirect off;
  # The site promises not to follow its readers. Switch it on for an inquiry, not for good.
  access_log off;
  charset off;
  default_type ${DEFAULT_MIME_TYPE};
  types {
${Object.entries(mimeTypes)
  .map(([extension, type]) => `    ${quoted(type)} ${extension};`)
  .join('\n')}
  }
  # An empty value sends no header. None of them may be set anew further down: nginx would then forget all others there.
${constant.map(([name, value]) => `  add_header ${name} ${quoted(value)} always;`).join('\n')}
${choices()
  .map(({ name, variable }) => `  add_header ${name} $site_${variable} always;`)
  .join('\n')}
  # The files that the build has packed; what it left out is packed now.
${brotli ? '  brotli_static on;\n' : ''}  gzip_static on;
  gzip_vary on;
  gzip on;
  gzip_proxied any;
  gzip_types ${[
    ...new Set(
      Object.values(mimeTypes)
        .filter((type) => type.includes('charset') && !type.startsWith('text/html'))
        .map((type) => type.split(';')[0]!),
    ),
  ].join(' ')};
  sendfile on;
  tcp_nopush on;
  error_page 404 ${site.base}404.html;
  # A folder without a page of its own is no page, and nobody's list.
  error_page 403 =404 ${site.base}404.html;
${moved(redirects)
  .map(([from, to]) => `  location = ${from} { return 301 ${to}; }\n`)
  .join('')}  location ${site.base} { alias ${root.replace(/\/?$/, '/')}; }
${site.base === '/' ? '' : `  location = ${site.base.slice(0, -1)} { return 301 ${site.base}; }\n`}  # Hidden files, but for the folder that programs look for; files for other hosts; packed copies by themselves.
  location ~ /\\.(?!well-known/) { return 404; }
  location ~ ^${site.base}_(?:headers|redirects)$ { return 404; }
  location ~ \\.(?:br|gz)$ { return 404; }
}
`;

/** A site for Caddy 2.6 or newer. Without `listen` Caddy gets itself a certificate for the host of the site. */
export const caddyFile = ({ root, listen, redirects }: ServerSettings): string => {
  const always = choices().filter(({ all }) => all !== '');
  const sometimes = choices().filter(({ all }) => all === '');
  const files = (tabs: string): string =>
    ['root * ' + root, 'file_server {', '\tprecompressed br gzip', '}'].map((line) => tabs + line).join('\n');
  return `# Written by “npm run hosting -- caddy” from src/hosting/header-rules.ts.
${listen ?? host()} {
	# Caddy looks here when it answers, and by then the path has lost the base.
${always
  .map(({ variable, all, others }) =>
    [
      `\tmap {http.request.orig_uri.path} {site_${variable}} {`,
      ...others.map(({ expression, value }) => `\t\t${quoted(`~${expression}`)} ${quoted(value)}`),
      `\t\tdefault ${quoted(all)}`,
      '\t}',
    ].join('\n'),
  )
  .join('\n')}
	map {http.request.orig_uri.path} {site_type} {
		"~/$" ${quoted(mimeTypes.html)}
${Object.entries(mimeTypes)
  .map(([extension, type]) => `\t\t${quoted(`~\\.${extension}$`)} ${quoted(type)}`)
  .join('\n')}
		default ${quoted(DEFAULT_MIME_TYPE)}
	}
	header {
		-Server
${constant.map(([name, value]) => `\t\t${name} ${quoted(value)}`).join('\n')}
${always.map(({ name, variable }) => `\t\t${name} {site_${variable}}`).join('\n')}
		Content-Type {site_type}
	}
${sometimes.map(({ name, variable, others }) => `\t@${variable} path_regexp ${others.map(({ expression }) => expression).join('|')}\n\theader @${variable} ${name} ${quoted(others[0]!.value)}\n`).join('')}${moved(
    redirects,
  )
    .map(([from, to]) => `\tredir ${from} ${to} permanent\n`)
    .join(
      '',
    )}${site.base === '/' ? '' : `\tredir ${site.base.slice(0, -1)} ${site.base} permanent\n`}	# Hidden files, but for the folder that programs look for; files for other hosts; packed copies by themselves.
	@hidden {
		path */.* *.br *.gz ${site.base}_headers ${site.base}_redirects
		not path ${site.base}.well-known/*
	}
	@writing not method GET HEAD
	# In this order, not in Caddy's own.
	route {
		error @writing 405
		error @hidden 404
${site.base === '/' ? files('\t\t') : `\t\thandle_path ${site.base}* {\n${files('\t\t\t')}\n\t\t}\n\t\terror 404`}
	}
	handle_errors {
		rewrite * /404.html
		header {
			-Server
${sometimes.map(({ name }) => `\t\t\t-${name}`).join('\n')}
${Object.entries(headersFor(`${site.base}404.html`))
  .map(([name, value]) => `\t\t\t${name} ${quoted(value)}`)
  .join('\n')}
			Content-Type ${quoted(mimeTypes.html)}
		}
${files('\t\t')}
	}
}
`;
};
