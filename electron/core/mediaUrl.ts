/** The address of a message's file, without a user's name and password; null unless it is of http or https. */
export function mediaUrl(text: string): string | null {
  const url = URL.parse(text);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return null;
  url.username = url.password = '';
  return url.href;
}
