/* SPDX-License-Identifier: Apache-2.0 */
package io.dataaccess.keycloak.condition;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The most recently used of what is slow to make, for any number of threads. */
public final class LruCache<K, V> {

    private final int capacity;
    private final Map<K, V> values;

    /**
     * Keeps nothing yet.
     *
     * @param capacity how many are kept; at least 1
     */
    public LruCache(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1, is " + capacity);
        }
        this.capacity = capacity;
        this.values = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > LruCache.this.capacity;
            }
        };
    }

    /** What was made for an equal key, else what is made now; two threads at once may both make it, and get the same. */
    public V get(K key, Function<K, V> make) {
        synchronized (values) {
            V known = values.get(key);
            if (known != null) {
                return known;
            }
        }
        // Outside the lock: what is slow to make must not hold up those who need it not.
        V made = make.apply(key);
        synchronized (values) {
            V known = values.putIfAbsent(key, made);
            return known == null ? made : known;
        }
    }
}
