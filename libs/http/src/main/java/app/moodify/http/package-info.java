/** What the functions with an address share: who calls, from where, and what is said on errors. */
package app.moodify.http;
