const checkLetters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * An id so that two ways to write it compare as one. Salesforce's 18 characters are 15 and three that say which of them are capitals,
 * a bit each, five to a letter (developer.salesforce.com, “Id Field Type”); if those are right, the 15 stand for it. Reports
 * show 15, the API and Data Loader 18. Any other id stays as it is.
 */
export function sameId(text: string): string {
  if (text.length !== 18 || !/^[0-9A-Za-z]{18}$/.test(text)) return text;
  const id = text.slice(0, 15);
  return checkOf(id) === text.slice(15).toUpperCase() ? id : text;
}

function checkOf(id: string): string {
  return [0, 5, 10]
    .map((start) => {
      const capitals = id.slice(start, start + 5).split('');
      const bits = capitals.reduce((sum, letter, index) => sum + (/[A-Z]/.test(letter) ? 2 ** index : 0), 0);
      return checkLetters.charAt(bits);
    })
    .join('');
}
