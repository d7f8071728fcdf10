package pe.minka.local.demo;

import pe.minka.local.StackAddresses;

/**
 * What a fresh stack is filled with, through the public APIs alone and with real tokens. Found by
 * {@link java.util.ServiceLoader}; loaded once for the data of a stack.
 */
public interface Demonstration {

    /** Returns when all of it is loaded and visible; throws when a service answers otherwise than it should. */
    void load(StackAddresses stack) throws Exception;
}
