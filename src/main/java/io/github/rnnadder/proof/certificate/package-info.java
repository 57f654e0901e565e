/**
 * What is claimed of a network at every width, as data: the full adder that it is compared with, the certificate, the
 * limits that a certificate keeps, and its file.
 *
 * <p>A {@link io.github.rnnadder.proof.certificate.Certificate} is an inductive invariant (Floyd, Assigning meanings to
 * programs, 1967): a set of states that no column leads out of, as long as all bits are right. Whether it is one, the
 * checker decides; nothing here does. Only {@link io.github.rnnadder.proof.certificate.CertificateReader} and {@link
 * io.github.rnnadder.proof.certificate.CertificateWriter} know Jackson. They need not be trusted: whatever the reader yields
 * is judged.
 */
package io.github.rnnadder.proof.certificate;
