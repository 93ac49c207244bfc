/** The table of headers as a configuration for each server. */
import { site } from '../site.ts';
import {
  DEFAULT_MIME_TYPE,
  defaultRule,
  expressionFor,
  headersFor,
  mimeTypes,
  rules,
  type Rule,
} from './header-rules.ts';

/** Addresses that have moved, without the base, and where to, with it: as `content-loader` gives them. */
export type Redirects = Readonly<Record<string, string>>;
const redirectsWithBase = (redirects: Redirects): [from: string, to: string][] =>
  Object.entries(redirects).map(([from, to]) => [site.base.slice(0, -1) + from, to]);

const otherRules: readonly Rule[] = rules.filter((rule) => rule !== defaultRule);

/** Headers that are the same for every address. */
const constantHeaders = Object.entries(defaultRule.headers).filter(([name]) =>
  otherRules.every(({ headers }) => !(name in headers)),
);

/** Names of headers that depend on the address. */
const varyingHeaders = [...new Set(rules.flatMap(({ headers }) => Object.keys(headers)))].filter((name) =>
  constantHeaders.every(([other]) => other !== name),
);

/** Whether Netlify and Cloudflare Pages send an equivalent header by default: `public, max-age=0, must-revalidate`. */
const isHostDefault = (name: string, value: string): boolean => name === 'Cache-Control' && value === 'no-cache';

/**
 * `_headers` for Netlify and Cloudflare Pages. Where two of its rules set one header, Netlify takes the later and Cloudflare joins both. So
 * no address gets a header from two rules here: what depends on the address is written for each name at the top level of the site.
 * An unknown address there (404) gets only the constant headers; the page for it carries the rest of its policy.
 *
 * @param top names at the top level of the built site, folders with a trailing slash.
 */
export const headersFile = (top: readonly string[]): string => {
  const block = (address: string, headers: readonly (readonly [string, string])[]): string[] =>
    headers.length === 0
      ? []
      : [`${site.base}${address.slice(1)}`, ...headers.map(([name, value]) => `  ${name}: ${value}`)];
  const own = (headers: Readonly<Record<string, string>>) =>
    Object.entries(headers).filter(([name, value]) => varyingHeaders.includes(name) && !isHostDefault(name, value));
  const isTop = ({ for: pattern }: { for: string }): boolean => /^\/[^/]*(?:\/\*)?$/.test(pattern);
  return [
    '# Written by the build from src/hosting/header-rules.ts.',
    ...block('/*', constantHeaders),
    ...['', ...top].flatMap((name) =>
      block(`/${name}${name.endsWith('/') ? '*' : ''}`, own(headersFor(`/${name}`, '/'))),
    ),
    ...rules.filter((rule) => !isTop(rule)).flatMap(({ for: pattern, headers }) => block(pattern, own(headers))),
    '',
  ].join('\n');
};

/** `_redirects` for Netlify and Cloudflare Pages. Netlify serves the redirect page that Astro has built there instead, which leads to the same place. */
export const redirectsFile = (redirects: Redirects): string =>
  [
    '# Written by the build from addresses.txt.',
    ...redirectsWithBase(redirects).map(([from, to]) => `${from} ${to} 301`),
    '',
  ].join('\n');

export interface ServerSettings {
  /** Folder of the built site on the server. */
  root: string;
  /** What the server listens on, in its own syntax: `80`, `127.0.0.1:8080`. */
  listen?: string | undefined;
  redirects: Redirects;
}

const host = (): string => new URL(site.origin).hostname;
const quoted = (text: string): string => `"${text}"`;

/** For each header that depends on the address: the default value, and regular expressions with other values, of which the first that matches wins. */
const headerMaps = (): {
  name: string;
  variable: string;
  all: string;
  others: { expression: string; value: string }[];
}[] =>
  varyingHeaders.map((name) => ({
    name,
    variable: name.toLowerCase().replaceAll('-', '_'),
    all: defaultRule.headers[name] ?? '',
    others: otherRules
      .flatMap((rule) => {
        const value = rule.headers[name];
        return value === undefined ? [] : [{ expression: expressionFor(rule.for), value }];
      })
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
${headerMaps()
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
${constantHeaders.map(([name, value]) => `  add_header ${name} ${quoted(value)} always;`).join('\n')}
${headerMaps()
  .map(({ name, variable }) => `  add_header ${name} $site_${variable} always;`)
  .join('\n')}
  # Copies that the build has precompressed; what it left out is compressed now.
${brotli ? '  brotli_static on;\n' : ''}  gzip_static on;
  gzip_vary on;
  gzip on;
  gzip_proxied any;
  gzip_types ${[
    ...new Set(
      Object.values(mimeTypes)
        .filter((type) => type.includes('charset') && !type.startsWith('text/html'))
        .map((type) => type.replace(/;.*/, '')),
    ),
  ].join(' ')};
  sendfile on;
  tcp_nopush on;
  error_page 404 ${site.base}404.html;
  # A folder without a page of its own is no page, and nobody's list.
  error_page 403 =404 ${site.base}404.html;
${redirectsWithBase(redirects)
  .map(([from, to]) => `  location = ${from} { return 301 ${to}; }\n`)
  .join('')}  location ${site.base} { alias ${root.replace(/\/?$/, '/')}; }
${site.base === '/' ? '' : `  location = ${site.base.slice(0, -1)} { return 301 ${site.base}; }\n`}  # Hidden files, but for the folder that programs look for; files for other hosts; precompressed copies.
  location ~ /\\.(?!well-known/) { return 404; }
  location ~ ^${site.base}_(?:headers|redirects)$ { return 404; }
  location ~ \\.(?:br|gz)$ { return 404; }
}
`;

/** A site for Caddy 2.6 or newer. Without `listen` Caddy gets itself a certificate for the host of the site. */
export const caddyFile = ({ root, listen, redirects }: ServerSettings): string => {
  const always = headerMaps().filter(({ all }) => all !== '');
  const sometimes = headerMaps().filter(({ all }) => all === '');
  const matchers = sometimes.flatMap(({ name, variable, others: [first, ...rest] }) =>
    first
      ? [
          `\t@${variable} path_regexp ${[first, ...rest].map(({ expression }) => expression).join('|')}`,
          `\theader @${variable} ${name} ${quoted(first.value)}`,
        ]
      : [],
  );
  const moved = redirectsWithBase(redirects).map(([from, to]) => `\tredir ${from} ${to} permanent`);
  if (site.base !== '/') moved.push(`\tredir ${site.base.slice(0, -1)} ${site.base} permanent`);
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
${constantHeaders.map(([name, value]) => `\t\t${name} ${quoted(value)}`).join('\n')}
${always.map(({ name, variable }) => `\t\t${name} {site_${variable}}`).join('\n')}
		Content-Type {site_type}
	}
${[...matchers, ...moved].map((line) => `${line}\n`).join('')}	# Hidden files, but for the folder that programs look for; files for other hosts; precompressed copies.
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
