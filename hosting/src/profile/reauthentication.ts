import { EmailAuthProvider, reauthenticateWithCredential, type Auth } from 'firebase/auth';

/** Tells whether whoever is signed in has a password to show who they are. */
export function hasPassword({ currentUser }: Auth): boolean {
  return (
    currentUser?.providerData.some(
      ({ providerId }) => providerId === EmailAuthProvider.PROVIDER_ID,
    ) ?? false
  );
}

/**
 * Has the person show by their password who they are, so that the sign-in counts as recent.
 *
 * @throws FirebaseError if the password is not right, or cannot be checked
 */
export async function reauthenticate({ currentUser }: Auth, password: string): Promise<void> {
  if (currentUser?.email) {
    const credential = EmailAuthProvider.credential(currentUser.email, password);
    await reauthenticateWithCredential(currentUser, credential);
    await currentUser.getIdToken(true);
  }
}
