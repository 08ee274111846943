"""Certificates for TLS servers on loopback: certificates.py DIRECTORY

Writes ca.pem, an authority, and what it vouches for: good.pem (localhost and 127.0.0.1), other.pem (another host), expired.pem;
and stranger.pem, which an authority of its own vouches for. The key of each stands beside it as NAME.key.
"""

import datetime
import ipaddress
import pathlib
import sys

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

NOW = datetime.datetime.now(datetime.timezone.utc)
DAY = datetime.timedelta(days=1)
HERE = [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]


def name(text):
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def authority(text):
    key = ec.generate_private_key(ec.SECP256R1())
    made = x509.CertificateBuilder().subject_name(name(text)).issuer_name(name(text)).public_key(key.public_key())
    made = made.serial_number(x509.random_serial_number()).not_valid_before(NOW - 30 * DAY)
    made = made.not_valid_after(NOW + 30 * DAY)
    made = made.add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
    usage = dict.fromkeys(
        "digital_signature content_commitment key_encipherment data_encipherment key_agreement encipher_only "
        "decipher_only".split(), False)
    made = made.add_extension(x509.KeyUsage(key_cert_sign=True, crl_sign=True, **usage), critical=True)
    return key, made.sign(key, hashes.SHA256())


def server(issuer, text, names, until=30 * DAY):
    key = ec.generate_private_key(ec.SECP256R1())
    issuer_key, issuer_certificate = issuer
    made = x509.CertificateBuilder().subject_name(name(text)).issuer_name(issuer_certificate.subject)
    made = made.public_key(key.public_key()).serial_number(x509.random_serial_number())
    made = made.not_valid_before(NOW - 20 * DAY).not_valid_after(NOW + until)
    made = made.add_extension(x509.SubjectAlternativeName(names), critical=False)
    made = made.add_extension(x509.ExtendedKeyUsage([x509.oid.ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
    return key, made.sign(issuer_key, hashes.SHA256())


def write(folder, file, pair):
    key, certificate = pair
    (folder / f"{file}.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    (folder / f"{file}.key").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()))


def main():
    folder = pathlib.Path(sys.argv[1])
    ours = authority("an authority of the test")
    write(folder, "ca", ours)
    write(folder, "good", server(ours, "localhost", HERE))
    write(folder, "other", server(ours, "git.example.com", [x509.DNSName("git.example.com")]))
    write(folder, "expired", server(ours, "localhost", HERE, until=-DAY))
    write(folder, "stranger", server(authority("nobody's authority"), "localhost", HERE))


main()
