/** The words of a lost connection; the only ones that the page may need before it knows its language. */
export const lost = {
  message: 'The connection to OTP Dock was lost.',
  hint: 'It is opened again by itself. If it stays away, check that the host is still running, then try again.',
};
