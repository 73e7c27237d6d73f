/** Vite turns an imported style sheet into a file of the build; the import itself has no value. */
declare module '*.css';
