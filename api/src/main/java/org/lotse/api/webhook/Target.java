package org.lotse.api.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;

/** Whether an address may be called: never one where a machine keeps its own secrets, or that means everybody. */
final class Target {
    private Target() {}

    /** What speaks against the address; empty when nothing does. All addresses of the host are looked at. */
    static Optional<String> refusal(URI url, boolean allowLinkLocal) {
        try {
            for (InetAddress address : InetAddress.getAllByName(url.getHost())) {
                if (address.isAnyLocalAddress() || address.isMulticastAddress()) {
                    return Optional.of("ADDRESS_REFUSED");
                }
                if (!allowLinkLocal && (address.isLinkLocalAddress() || isMetadata(address))) {
                    return Optional.of("LINK_LOCAL_REFUSED");
                }
            }
            return Optional.empty();
        } catch (UnknownHostException unknown) {
            return Optional.of("HOST_UNKNOWN");
        }
    }

    /** Addresses that are not link-local but serve the same purpose: fd00:ec2::254, 100.100.100.200. */
    private static boolean isMetadata(InetAddress address) {
        String text = address.getHostAddress();
        return text.equals("fd00:ec2:0:0:0:0:0:254") || text.equals("100.100.100.200");
    }
}
