/** A terminal command that asks the API for its health; the shell reads the token from its file, or its variable. */
export function curlLine(url: string, tokenFile: string | null): string {
  if (tokenFile === null) return `curl -H "Authorization: Bearer $OTP_DOCK_API_TOKEN" ${url}/v1/health`;
  const isWindows = /^[a-z]:\\|^\\\\/i.test(tokenFile);
  const token = isWindows ? `$(Get-Content '${tokenFile.replaceAll("'", "''")}')` : `$(cat ${quoted(tokenFile)})`;
  // Windows PowerShell has its own command named curl.
  return `${isWindows ? 'curl.exe' : 'curl'} -H "Authorization: Bearer ${token}" ${url}/v1/health`;
}

/** Quoted for a POSIX shell. */
function quoted(path: string): string {
  return `'${path.replaceAll("'", `'\\''`)}'`;
}
