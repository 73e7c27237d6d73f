/** Removes secrets, in any encoding, from all text that leaves the process as a log. */
export interface Redaction {
  /** Removes this from all text from now on. Strings too short to be secrets are ignored: they match everywhere. */
  learn(...secrets: (string | null | undefined)[]): void;
  strike(text: string): string;
}

const mark = '[secret]';

/** Characters. Tokens of Twilio, ngrok and the API are far longer. */
const shortest = 8;

/** Patterns for secrets that nobody has registered. */
const patterns: readonly (readonly [RegExp, string])[] = [
  // Authorization: Basic …, or just the value.
  [/\b(Basic|Bearer)(\s+|%20)[\w+/=.~%-]{8,}/gi, `$1 ${mark}`],
  [/(authorization["']?\s*[:=]\s*["']?)(?!(?:basic|bearer)\b)[^\s"',;]{4,}/gi, `$1${mark}`],
  // authToken=…, "auth_token": "…", TWILIO_AUTH_TOKEN=…, password: …
  [
    /((?:auth_?token|api[-_]?token|password|passwd|secret)["']?\s*(?:[:=]|%3A|%3D)\s*["']?)[^\s"'&,;}]{4,}/gi,
    `$1${mark}`,
  ],
  // The user interface's address, and its socket's subprotocol.
  [/([#?&]token=)[^\s"'&#]+/gi, `$1${mark}`],
  [/(\btoken\.)[\w-]{20,}/g, `$1${mark}`],
  // https://user:password@host
  [/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/?#@]+@/gi, `$1${mark}@`],
  // A bare Auth Token; in a SID, two letters precede the 32 digits.
  [/(?<![0-9a-z])[0-9a-f]{32}(?![0-9a-z])/gi, mark],
];

const base64Run = /[A-Za-z0-9+/_-]{12,}={0,2}/g;

export function createRedaction(): Redaction {
  const known = new Set<string>();
  let spellings: string[] = [];
  let cores: string[] = [];
  const strikeKnown = (text: string) => text.replace(base64Run, (run) => (hasCore(run, cores) ? mark : run));
  return {
    learn: (...secrets) => {
      for (const secret of secrets) if (secret && secret.length >= shortest) known.add(secret);
      // Longest first: one may contain another.
      spellings = [...new Set([...known].flatMap(spellingsOf))].sort((a, b) => b.length - a.length);
      cores = [...new Set([...known].flatMap(base64Cores))];
    },
    strike: (text) => {
      const plain = spellings.reduce((rest, spelling) => rest.replaceAll(spelling, mark), text);
      const decoded = cores.length > 0 ? strikeKnown(plain) : plain;
      return patterns.reduce((rest, [pattern, replacement]) => rest.replace(pattern, replacement), decoded);
    },
  };
}

/** As is, in a URL, and inside JSON text. */
function spellingsOf(secret: string): string[] {
  const inUrl = encodeURIComponent(secret);
  const inForm = new URLSearchParams([['', secret]]).toString().slice(1);
  return [
    secret,
    inUrl,
    inUrl.replace(/%../g, (code) => code.toLowerCase()),
    inForm,
    JSON.stringify(secret).slice(1, -1),
  ];
}

/**
 * The base64 forms of a secret wherever it starts in the encoded text: one for each of the three alignments to groups
 * of three bytes, without the characters that it shares with its neighbours.
 */
function base64Cores(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const first = Math.ceil((before * 4) / 3);
    const whole = Math.floor(((before + bytes.length) * 4) / 3);
    return encoded.slice(first, whole);
  });
}

function hasCore(run: string, cores: readonly string[]): boolean {
  const usual = run.replaceAll('-', '+').replaceAll('_', '/');
  return cores.some((core) => usual.includes(core));
}
