/** Keeps secrets out of every text that leaves the process as a log, whatever form they have there. */
export interface Redaction {
  /** From now on no text has it. What is too short to be a secret is passed over: it would strike half of every text. */
  learn(...secrets: (string | null | undefined)[]): void;
  strike(text: string): string;
}

const mark = '[secret]';

/** Characters. Twilio's and ngrok's tokens, and those of the API, are far longer. */
const shortest = 8;

/** What a secret looks like where nobody has told which one it is. */
const patterns: readonly (readonly [RegExp, string])[] = [
  // Authorization: Basic …, and the value alone.
  [/\b(Basic|Bearer)(\s+|%20)[\w+/=.~%-]{8,}/gi, `$1 ${mark}`],
  [/(authorization["']?\s*[:=]\s*["']?)(?!(?:basic|bearer)\b)[^\s"',;]{4,}/gi, `$1${mark}`],
  // authToken=…, "auth_token": "…", TWILIO_AUTH_TOKEN=…, password: …
  [
    /((?:auth_?token|api[-_]?token|password|passwd|secret)["']?\s*(?:[:=]|%3A|%3D)\s*["']?)[^\s"'&,;}]{4,}/gi,
    `$1${mark}`,
  ],
  // The address of the user interface, and the subprotocol of its socket.
  [/([#?&]token=)[^\s"'&#]+/gi, `$1${mark}`],
  [/(\btoken\.)[\w-]{20,}/g, `$1${mark}`],
  // https://user:password@host
  [/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/?#@]+@/gi, `$1${mark}@`],
  // An Auth Token alone; a SID has two letters before its 32 digits.
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
      // The longest first: one may be a part of another.
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

/** As it is, in a URL, and within a JSON text. */
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
 * What base64 makes of the secret wherever it stands in what was encoded: the three ways in which its bytes may fall
 * on groups of three, without the characters that its neighbours have a part in.
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
