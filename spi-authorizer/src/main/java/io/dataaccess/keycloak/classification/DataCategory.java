/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.classification;

/**
 * A kind of user data.
 *
 * @param key dotted, such as {@code us.user.contact}; neither blank nor with blanks inside
 * @param label what people read
 */
public record DataCategory(String key, ProtectionLevel level, String label) {

    public DataCategory {
        if (key.isEmpty() || key.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("A category key is a word without blanks");
        }
    }

    public Sensitivity sensitivity() {
        return level.sensitivity();
    }

    /** Whether an approval for this category still holds for what the category is now. */
    public boolean covers(DataCategory current) {
        return key.equals(current.key)
                && level.jurisdiction().equals(current.level.jurisdiction())
                && sensitivity().isAtLeast(current.sensitivity());
    }
}
